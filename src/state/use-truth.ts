import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { labelColumnOf } from "../core/project/label-truth";
import type { TruthSource } from "../core/truth/truth-sources";
import type { KnownRequest } from "../engine/protocol";
import { decidedRows } from "./marked-rows";
import type { SessionState } from "./session-state";
import { useKindScreens } from "./use-kind-screens";
import { plainRows } from "../core/kinds/row-kind";
import { useSaidStrange } from "./use-label-truth";
import { useSession } from "./use-session";

/** The sources that the open table has. */
function availableSources({ dataset, marked, history: { present } }: SessionState): readonly TruthSource[] {
  const hasMasks = dataset?.read.format === "images" && dataset.read.report.masks > 0;
  return [
    ...(labelColumnOf(present.recipe) === null ? [] : (["label"] as const)),
    ...(present.labelled ? (["windows"] as const) : []),
    ...(hasMasks ? (["masks"] as const) : []),
    ...(decidedRows(marked).rows.length > 0 ? (["marks"] as const) : []),
  ];
}

/** Those that count: as a person says; until then what the file or windows tell, and marks where nothing else does. */
function countingSources(state: SessionState): readonly TruthSource[] {
  const available = availableSources(state);
  const { judgedBy } = state.history.present;
  const said = judgedBy?.filter((source) => available.includes(source)) ?? [];
  if (said.length > 0) return said;
  const told = available.filter((source) => source !== "marks");
  const usual = told.includes("windows") ? told.filter((source) => source !== "label") : told;
  return usual.length > 0 ? usual : available;
}

/** What is known of the rows of the open table. */
export interface KnownTruth {
  readonly available: readonly TruthSource[];
  readonly counting: readonly TruthSource[];
  /** For the engine; null where nothing is known. */
  readonly request: KnownRequest | null;
}

/** What tells which rows are strange, and what of it counts. */
export function useTruth(): KnownTruth {
  const available = useSession(useShallow(availableSources));
  const counting = useSession(useShallow(countingSources));
  const strange = useSaidStrange();
  const marked = useSession((state) => state.marked);
  const rowKind = useSession(({ history }) => history.present.recipe?.rowKind ?? plainRows);
  const { hasStretches } = useKindScreens(rowKind);
  const windows = useSession(({ history }) => history.present.labelled?.windows ?? null);
  const rule = useSession(({ history }) => history.present.stretches);
  const request = useMemo<KnownRequest | null>(() => {
    if (counting.length === 0) return null;
    return {
      sources: counting,
      ...(strange && { strange }),
      ...(hasStretches && { series: { windows, ...rule } }),
      ...(counting.includes("marks") && { marks: decidedRows(marked) }),
    };
  }, [counting, strange, hasStretches, windows, rule, marked]);
  return { available, counting, request };
}
