import { createContext, useContext, useDeferredValue, useEffect, useMemo, type ReactNode } from "react";
import type { Stretch, Stretches, StretchesRequest } from "../engine/protocol";
import { shownThresholdOf, shownResultOf } from "./threshold";
import { useAnswer } from "./use-answer";
import { useSeriesShape } from "./use-series";
import { useActions, useAsk, useSession } from "./use-session";
import { usePanel } from "./use-panel";

/** The flagged stretches of the run on screen, asked for once for all who show them. */
export interface ShownStretches {
  /** Null before there are any. */
  readonly found: Stretches | null;
  readonly request: StretchesRequest | null;
  /** Of each detector that is done, where there are several: its id and its stretches. */
  readonly panel: readonly { readonly detector: string; readonly stretches: readonly Stretch[] }[];
  readonly isStale: boolean;
}

const none: ShownStretches = { found: null, request: null, panel: [], isStale: false };

const StretchesContext = createContext<ShownStretches>(none);

export function useStretches(): ShownStretches {
  return useContext(StretchesContext);
}

/** Where the rows are a series: its flagged stretches, through which next and previous go. */
export function StretchesProvider({ children }: { readonly children: ReactNode }) {
  const isSeries = useSeriesShape() !== null;
  return isSeries ? <Asking>{children}</Asking> : <StretchesContext value={none}>{children}</StretchesContext>;
}

function Asking({ children }: { readonly children: ReactNode }) {
  const { notice } = useActions();
  const { found, request, isStale } = useShownStretches();
  const panel = usePanelStretches();
  useEffect(() => {
    notice({ stops: found ? Uint32Array.from(found.stretches, ({ peakRow }) => peakRow) : null });
  }, [notice, found]);
  useEffect(() => () => notice({ stops: null }), [notice]);
  const value = useMemo(() => ({ found, request, panel, isStale }), [found, request, panel, isStale]);
  return <StretchesContext value={value}>{children}</StretchesContext>;
}

/** Of the run on screen; follows the threshold as fast as the worker answers. */
function useShownStretches() {
  const { stretches: ask } = useAsk();
  const rule = useSession((state) => state.history.present.stretches);
  const result = useSession(shownResultOf);
  const threshold = useDeferredValue(useSession(shownThresholdOf)?.value ?? null);
  const isSeries = result?.request.recipe.shape?.kind === "series";
  const request = useMemo(
    () => (result && isSeries && threshold !== null ? { run: result.key, threshold, ...rule } : null),
    [result, isSeries, threshold, rule],
  );
  const { answer, isStale } = useAnswer(request, ask);
  return { found: request ? answer : null, request, isStale };
}

interface DetectorResults {
  readonly requests: readonly (StretchesRequest & { readonly detector: string })[];
}

function usePanelStretches(): ShownStretches["panel"] {
  const { stretches: ask } = useAsk();
  const rule = useSession((state) => state.history.present.stretches);
  const detectorResults = useDeferredValue(usePanel());
  const question = useMemo<DetectorResults | null>(() => {
    const requests = detectorResults
      .filter(({ result }) => result.request.recipe.shape?.kind === "series")
      .map(({ detector, result, threshold }) => ({ detector, run: result.key, threshold: threshold.value, ...rule }));
    return requests.length > 1 ? { requests } : null;
  }, [detectorResults, rule]);
  const askAll = useMemo(
    () => (about: DetectorResults) =>
      Promise.all(
        about.requests.map(async ({ detector, ...request }) => ({
          detector,
          stretches: (await ask(request)).stretches,
        })),
      ),
    [ask],
  );
  const { answer } = useAnswer(question, askAll);
  return question ? (answer ?? none.panel) : none.panel;
}
