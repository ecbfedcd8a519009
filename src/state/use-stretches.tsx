import { createContext, useContext, useDeferredValue, useEffect, useMemo, type ReactNode } from "react";
import type { FailureInfo } from "../core/data/failure";
import type { Stretch, Stretches, StretchesRequest } from "../engine/protocol";
import { resultIf, useRowKind, useShownResultOf } from "./kinds/use-row-kind";
import { shownThresholdOf } from "./threshold";
import { useQuery, type Query } from "./use-query";
import { useActions, useAsk, useSession } from "./use-session";
import { usePanel } from "./use-panel";

/** The flagged stretches of the run on screen, asked for once for all who show them. */
export interface ShownStretches {
  /** Null before there are any. */
  readonly found: Stretches | null;
  /** Of each detector that is done, where there are several: its id and its stretches. */
  readonly panel: readonly { readonly detector: string; readonly stretches: readonly Stretch[] }[];
  /** `found` is of an earlier run or threshold. */
  readonly isStale: boolean;
  readonly failure: FailureInfo | null;
}

const none: ShownStretches = { found: null, panel: [], isStale: false, failure: null };

const StretchesContext = createContext<ShownStretches>(none);

export function useStretches(): ShownStretches {
  return useContext(StretchesContext);
}

/** Where the rows are a series: its flagged stretches, through which next and previous go. */
export function StretchesProvider({ children }: { readonly children: ReactNode }) {
  const isSeries = useRowKind("series") !== null;
  return isSeries ? <Asking>{children}</Asking> : <StretchesContext value={none}>{children}</StretchesContext>;
}

function Asking({ children }: { readonly children: ReactNode }) {
  const { notice } = useActions();
  const own = useShownStretches();
  const all = usePanelStretches();
  const { answer: found, isStale } = own;
  useEffect(() => {
    notice({ stops: found ? Uint32Array.from(found.stretches, ({ peakRow }) => peakRow) : null });
  }, [notice, found]);
  useEffect(() => () => notice({ stops: null }), [notice]);
  const failure = own.failure ?? all.failure;
  const panel = all.answer ?? none.panel;
  const value = useMemo(() => ({ found, panel, isStale, failure }), [found, panel, isStale, failure]);
  return <StretchesContext value={value}>{children}</StretchesContext>;
}

/** What stretches are asked of: a run, and the table that it is of. */
interface Asked extends StretchesRequest {
  readonly dataset: string;
}

/** Of the run on screen; follows the threshold as fast as the worker answers. */
function useShownStretches(): Query<Asked, Stretches> {
  const ask = useAsk();
  const rule = useSession((state) => state.history.present.stretches);
  const result = useShownResultOf("series");
  const threshold = useDeferredValue(useSession(shownThresholdOf)?.value ?? null);
  const question =
    result && threshold !== null ? { dataset: result.request.dataset, run: result.key, threshold, ...rule } : null;
  return useQuery<Asked, Stretches>(
    question,
    ({ dataset: _, ...request }, signal) => ask("stretches", request, signal),
    {
      keep: (earlier, present) => earlier.dataset === present.dataset,
    },
  );
}

interface AskedOfEach {
  readonly dataset: string;
  readonly requests: readonly (StretchesRequest & { readonly detector: string })[];
}

function usePanelStretches(): Query<AskedOfEach, ShownStretches["panel"]> {
  const ask = useAsk();
  const rule = useSession((state) => state.history.present.stretches);
  const panel = useDeferredValue(usePanel());
  const question = useMemo<AskedOfEach | null>(() => {
    const ofSeries = panel.filter(({ result }) => resultIf(result, "series"));
    const requests = ofSeries.map(({ detector, result, threshold }) => ({
      detector,
      run: result.key,
      threshold: threshold.value,
      ...rule,
    }));
    return requests.length > 1 ? { dataset: ofSeries[0]?.result.request.dataset ?? "", requests } : null;
  }, [panel, rule]);
  return useQuery<AskedOfEach, ShownStretches["panel"]>(
    question,
    ({ requests }, signal) =>
      Promise.all(
        requests.map(async ({ detector, ...request }) => ({
          detector,
          stretches: (await ask("stretches", request, signal)).stretches,
        })),
      ),
    { keep: (earlier, present) => earlier.dataset === present.dataset },
  );
}
