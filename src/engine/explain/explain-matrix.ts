import type { Cell } from "../../core/data/column";
import type { Attribution } from "../../core/explain/attribution";
import { combineAttributions } from "../../core/explain/combine-attributions";
import { explainRow, methodOf } from "../../core/explain/explain-row";
import { groupOfRow } from "../../core/prepare/group-rows";
import { originalValueOf } from "../../core/prepare/original-value";
import type { Matrix } from "../matrices";
import type { FittedRun } from "../stored-run";
import { attributionsOf } from "./attributions";
import type { Speech } from "./explain-by-members";

interface ColumnStatement {
  readonly attribution: Attribution;
  readonly featureColumns: readonly number[];
  /** Of a detector that says what it expected, by column and in its units. */
  readonly expected: readonly Cell[] | null;
  readonly explainsItself: boolean;
}

/** How detectors of rows speak: by the columns of the row. */
export function columnSpeech(matrixOf: (run: FittedRun) => Promise<Matrix>): Speech<ColumnStatement> {
  return {
    async statementsOf(run, rows, tools) {
      const matrix = await matrixOf(run);
      const attributions = await attributionsOf(run, matrix, rows, tools);
      const featureColumns = [...matrix.featureColumns];
      const explainsItself = run.detector.explain !== undefined;
      const { columns } = run.table.dataset;
      const groupOf = groupOfRow(matrix.fitted, columns);
      const entries = Array.from(attributions, ([row, attribution]): [number, ColumnStatement] => [
        row,
        {
          attribution,
          featureColumns,
          expected: expectedCells(attribution, matrix, columns.length, groupOf(row)),
          explainsItself,
        },
      ]);
      return new Map(entries);
    },
    explanationOf(run, row, statements) {
      const { dataset, profiles } = run.table;
      const { columns } = dataset;
      const [{ statement }] = statements;
      if (run.kind === "fitted") {
        const { attribution, featureColumns, expected, explainsItself } = statement;
        const method = methodOf(attribution, explainsItself);
        return explainRow({
          attribution,
          featureColumns,
          columns,
          profiles,
          row,
          method,
          ...(expected && { expected }),
        });
      }
      const members = statements.map(({ statement: { attribution, featureColumns }, weight }) => ({
        attribution,
        featureColumns,
        weight,
      }));
      return explainRow({
        attribution: combineAttributions(members, columns.length),
        featureColumns: columns.map((_, column) => column),
        columns,
        profiles,
        row,
        method: { code: "method.combined" },
      });
    },
  };
}

/** By column and in its units, where one feature alone stands for the column's value; of a row of that group. */
function expectedCells(
  { expected }: Attribution,
  { fitted, featureColumns }: Matrix,
  columns: number,
  group: number,
): Cell[] | null {
  if (!expected) return null;
  const cells: Cell[] = Array.from({ length: columns }, () => null);
  fitted.features.forEach((feature, index) => {
    if (feature.source.kind === "value")
      cells[featureColumns[index]!] = originalValueOf(feature, expected[index]!, group); // one of each
  });
  return cells;
}
