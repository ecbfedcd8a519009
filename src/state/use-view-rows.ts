import { useEffect, useMemo, useState } from "react";
import type { ViewRequest } from "../engine/protocol";
import { flaggedRowsOf, shownCutOf, shownResultOf, shownRunOf } from "./cut";
import type { Moments } from "./session-state";
import { useAsk, useSession } from "./use-session";

const REST_MS = 90;

export interface ViewRows {
  readonly rows: Uint32Array;
  /** True while the worker still sorts or filters; `rows` are those before. */
  readonly isPending: boolean;
}

/**
 * The rows of the table, in its order. In order of score without a filter they are a part of the
 * ranking and cost nothing while the cut moves; anything else is asked of the worker once the cut rests.
 */
export function useViewRows(): ViewRows {
  const ask = useAsk();
  const dataset = useSession((state) => state.dataset);
  const result = useSession(shownResultOf);
  const cut = useSession(shownCutOf);
  const moments = useSession((state) => state.moments);
  const { tableRows, sort, filters, search, boxed } = moments;
  const local = useMemo(() => {
    if (!isByScore(moments) || !result || !cut) return null;
    // Rows that the recipe dropped have no place in the ranking: the worker puts them last.
    if (tableRows === "all" && result.order.length < result.scores.length) return null;
    return tableRows === "flagged" ? flaggedRowsOf(result, cut) : result.order;
  }, [moments, result, cut, tableRows]);
  const [asked, setAsked] = useState<{ request: ViewRequest; rows: Uint32Array } | null>(null);
  const runKey = result?.key ?? null;
  const limit = tableRows === "flagged" && cut ? cut.value : null;
  const isLocal = local !== null;
  // The first result is on its way: rows in the order of the file would only flash by.
  const isAwaited = useSession((state) => {
    const run = shownRunOf(state);
    return run?.result == null && (run === null || run.status === "waiting" || run.status === "running");
  });
  const request = useMemo<ViewRequest | null>(
    () =>
      dataset && !isLocal && !isAwaited
        ? { dataset: dataset.id, run: runKey, cut: limit, within: boxed, sort, filters, search }
        : null,
    [dataset, isLocal, isAwaited, runKey, limit, boxed, sort, filters, search],
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

function isByScore({ sort, filters, search, boxed }: Moments): boolean {
  return sort.by === "score" && sort.descending && filters.length === 0 && search.trim() === "" && boxed === null;
}
