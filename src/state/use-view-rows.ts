import { useEffect, useMemo, useState } from "react";
import type { ViewRequest } from "../engine/protocol";
import { flaggedRowsOf, shownThresholdOf, shownResultOf, shownRunOf } from "./threshold";
import type { ViewState } from "./session-state";
import { shownStabilityOf } from "./stability";
import { usePanel } from "./use-panel";
import { useAsk, useSession } from "./use-session";

const REST_MS = 90;

export interface ViewRows {
  readonly rows: Uint32Array;
  /** True while the worker still sorts or filters; `rows` are those before. */
  readonly isPending: boolean;
}

/**
 * The rows of the table, in its order. In order of score without a filter they are a part of the
 * ranking and cost nothing while the threshold moves; anything else is asked of the worker once the threshold rests.
 * By "score", the strangest first, however the table is sorted.
 */
export function useViewRows(by: "table" | "score" = "table"): ViewRows {
  const ask = useAsk();
  const dataset = useSession((state) => state.dataset);
  const result = useSession(shownResultOf);
  const threshold = useSession(shownThresholdOf);
  const viewState = useSession((state) => state.viewState);
  const { tableRows, filters, search, boxed } = viewState;
  const { sort, panel, rule } = useOrder(by === "score" ? BY_SCORE : null);
  const local = useMemo(() => {
    if (!isByScore(sort) || isNarrowed(viewState) || !result || !threshold) return null;
    // Rows that the recipe dropped have no place in the ranking: the worker puts them last.
    if (tableRows === "all" && result.order.length < result.scores.length) return null;
    return tableRows === "flagged" ? flaggedRowsOf(result, threshold) : result.order;
  }, [sort, viewState, result, threshold, tableRows]);
  const [asked, setAsked] = useState<{ request: ViewRequest; rows: Uint32Array } | null>(null);
  const runKey = result?.key ?? null;
  const limit = tableRows === "flagged" && threshold ? threshold.value : null;
  const isLocal = local !== null;
  // The first result is on its way: rows in the order of the file would only flash by.
  const isAwaited = useSession((state) => {
    const run = shownRunOf(state);
    return run?.result == null && (run === null || run.status === "waiting" || run.status === "running");
  });
  const request = useMemo<ViewRequest | null>(
    () =>
      dataset && !isLocal && !isAwaited
        ? {
            dataset: dataset.id,
            run: runKey,
            threshold: limit,
            within: boxed,
            sort,
            ...(panel && { panel }),
            ...(rule && { rule }),
            filters,
            search,
          }
        : null,
    [dataset, isLocal, isAwaited, runKey, limit, boxed, sort, panel, rule, filters, search],
  );
  useEffect(() => {
    if (!request) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      ask.view(request).then(
        (rows) => {
          if (isCurrent) setAsked({ request, rows });
        },
        // The run was forgotten or the worker replaced: a new result will ask again.
        () => undefined,
      );
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, request]);
  if (local) return { rows: local, isPending: false };
  return { rows: asked?.rows ?? NONE, isPending: isAwaited || (request !== null && asked?.request !== request) };
}

const NONE = new Uint32Array(0);

const BY_SCORE: ViewRequest["sort"] = { by: "score", descending: true };

/** The order asked for, else that of the table, with what it counts by; by score while that is not there. */
function useOrder(asked: ViewRequest["sort"] | null): Pick<ViewRequest, "sort" | "panel" | "rule"> {
  const ofTable = useSession((state) => state.viewState.sort);
  const sort = asked ?? ofTable;
  const detectorResults = usePanel();
  const rule = useSession((state) => (shownStabilityOf(state) ? shownThresholdOf(state)?.rule : undefined));
  return useMemo(() => {
    if (sort.by === "votes" && detectorResults.length > 1)
      return {
        sort,
        panel: detectorResults.map(({ result, threshold }) => ({ run: result.key, threshold: threshold.value })),
      };
    if (sort.by === "stability" && rule) return { sort, rule };
    return { sort: sort.by === "votes" || sort.by === "stability" ? BY_SCORE : sort };
  }, [sort, detectorResults, rule]);
}

function isByScore({ by, descending }: ViewRequest["sort"]): boolean {
  return by === "score" && descending;
}

function isNarrowed({ filters, search, boxed }: ViewState): boolean {
  return filters.length > 0 || search.trim() !== "" || boxed !== null;
}
