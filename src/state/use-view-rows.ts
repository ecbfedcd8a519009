import { useMemo } from "react";
import type { FailureInfo } from "../core/data/failure";
import type { ViewRequest } from "../engine/protocol";
import { flaggedRowsOf, shownThresholdOf, shownResultOf, shownRunOf } from "./threshold";
import type { ViewState } from "./view-state";
import { shownStabilityOf } from "./stability";
import { usePanel } from "./use-panel";
import { useAmong } from "./use-among";
import { useCall } from "./use-call";
import { useSession } from "./use-session";

const REST_MS = 90;

export interface ViewRows {
  readonly rows: Uint32Array;
  /** True while the worker still sorts or filters; `rows` are those before. */
  readonly isPending: boolean;
  /** Why there are none. */
  readonly failure: FailureInfo | null;
}

/**
 * The rows of the table, in its order. In order of score without a filter they are a part of the
 * ranking and cost nothing while the threshold moves; anything else is asked of the worker once the threshold rests.
 * By "score", the strangest first, however the table is sorted.
 */
export function useViewRows(by: "table" | "score" = "table"): ViewRows {
  const dataset = useSession((state) => state.dataset);
  const result = useSession(shownResultOf);
  const threshold = useSession(shownThresholdOf);
  const viewState = useSession((state) => state.viewState);
  const { tableRows, filters, search, boxed } = viewState;
  const among = useAmong();
  const { sort, panel, rule } = useOrder(by === "score" ? BY_SCORE : null);
  const local = useMemo(() => {
    if (!isByScore(sort) || isNarrowed(viewState) || !result || !threshold) return null;
    // Rows that the recipe dropped have no place in the ranking: the worker puts them last.
    if (tableRows === "all" && result.order.length < result.scores.length) return null;
    return tableRows === "flagged" ? flaggedRowsOf(result, threshold) : result.order;
  }, [sort, viewState, result, threshold, tableRows]);
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
            ...(among && { among }),
            search,
          }
        : null,
    [dataset, isLocal, isAwaited, runKey, limit, boxed, sort, panel, rule, filters, among, search],
  );
  const { answer, isLoading, failure } = useCall("view", request, {
    restMs: REST_MS,
    keep: (earlier, present) => earlier.dataset === present.dataset,
  });
  if (local) return { rows: local, isPending: false, failure: null };
  return { rows: answer ?? NO_ROWS, isPending: isAwaited || isLoading, failure };
}

const NO_ROWS = new Uint32Array(0);

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

/** Whether something leaves rows out of the table, beside the threshold. */
export function isNarrowed({ filters, search, boxed, markFilter, flaggedBy }: ViewState): boolean {
  return filters.length > 0 || markFilter !== null || flaggedBy !== null || search.trim() !== "" || boxed !== null;
}
