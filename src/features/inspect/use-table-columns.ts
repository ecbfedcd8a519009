import { useMemo, useState } from "react";
import type { RowExplanation } from "../../core/explain/explanation";
import { doneDetectorsOf } from "../../state/panel";
import { shownStabilityOf } from "../../state/stability";
import { shownResultOf } from "../../state/threshold";
import { useSession } from "../../state/use-session";
import { useColumnLayout } from "./column-layout";
import { leadingColumns } from "./leading-columns";
import { tableColumnsOf, type TableColumn } from "./table-columns";

/** The columns of the table: those that the first rows in view are strange in stand beside the score. */
export function useTableColumns(
  rows: readonly number[],
  explanationOf: (row: number) => RowExplanation | undefined,
): readonly TableColumn[] {
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  const votes = useSession((state) => doneDetectorsOf(state).length > 1);
  const stability = useSession((state) => shownStabilityOf(state) !== null);
  const leading = useLeading(rows, explanationOf);
  const [layout] = useColumnLayout();
  return useMemo(() => {
    const roles = recipe?.columns.map(({ role }) => role) ?? [];
    return dataset ? tableColumnsOf(dataset, roles, { votes, stability, leading, layout }) : [];
  }, [dataset, recipe, votes, stability, leading, layout]);
}

interface Leading {
  readonly run: string | null;
  readonly columns: readonly number[];
}

/** They are chosen once for each result, so that nothing moves while a person scrolls, sorts or filters. */
function useLeading(
  rows: readonly number[],
  explanationOf: (row: number) => RowExplanation | undefined,
): readonly number[] {
  const run = useSession((state) => shownResultOf(state)?.key ?? null);
  const [leading, choose] = useState<Leading>({ run: null, columns: NONE });
  if (leading.run !== run) {
    const explanations = rows.flatMap((row) => explanationOf(row) ?? []);
    const columns = leadingColumns(explanations);
    if (explanations.length > 0) choose({ run, columns });
  }
  return leading.columns;
}

const NONE: readonly number[] = [];
