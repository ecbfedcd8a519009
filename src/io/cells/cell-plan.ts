import type { ColumnKind } from "../../core/data/column";
import type { DelimitedPlan } from "../../core/data/dialect";
import type { PlanOf } from "../../core/data/read-plan";
import { type ColumnPlan, planColumns } from "../delimited/plan-columns";
import type { CellSettings, CellSource } from "./cell-source";

/** The plan of a text that would hold the same cells: kinds are inferred and values are read as there. */
export function textPlanOf({ settings, ...plan }: PlanOf<string, CellSettings>): DelimitedPlan {
  const { missing, dateOrder, missingIn = "everywhere" } = settings;
  return {
    ...plan,
    format: "delimited",
    settings: {
      compression: "none",
      encoding: "utf-8",
      delimiter: ",",
      quote: '"',
      escape: "",
      header: { first: 1, count: 1 },
      decimal: ".",
      thousands: "",
      missing,
      missingIn,
      dateOrder,
    },
  };
}

/** Plans the columns from the first rows, from what the format says of them, and from what a person chose. */
export function planCells(
  { kinds = [], head }: Pick<CellSource, "kinds" | "head">,
  names: readonly string[],
  plan: PlanOf<string, CellSettings>,
): readonly ColumnPlan[] {
  const layout = { names, body: head };
  const guessed = planColumns(layout, textPlanOf(plan));
  if (kinds.length === 0) return guessed;
  const declared = new Map(
    guessed.flatMap(({ kind: found }, column): [number, ColumnKind][] => {
      const kind = kinds[column] ?? null;
      const isWords = found === "category" || found === "text";
      const wanted = kind === "words" ? (isWords ? found : "category") : kind;
      return wanted === null || wanted === found || plan.kinds[column] !== undefined ? [] : [[column, wanted]];
    }),
  );
  const places = [...declared.keys()];
  const chosen = planColumns(
    {
      names: places.map((column) => names[column] ?? ""),
      body: head.map((row) => places.map((column) => row[column] ?? "")),
    },
    textPlanOf({ ...plan, kinds: Object.fromEntries([...declared.values()].entries()) }),
  );
  const why = { code: "kind.declared" as const };
  return guessed.map((column, at) => ({
    ...column,
    ...chosen[places.indexOf(at)],
    ...(declared.has(at) ? { why } : {}),
  }));
}
