import type { Cell } from "../../core/data/column";
import type { Note } from "../../core/data/note";
import type { ColumnDetector } from "../../core/detect/detector";
import type { FindingReason } from "../../core/detect/test-outcome";
import type { Attribution } from "../../core/explain/attribution";
import { combineAttributions } from "../../core/explain/combine-attributions";
import { explainRow, methodOf } from "../../core/explain/explain-row";
import type { PreparedColumns } from "../../core/prepare/column-samples-of";
import { groupOfRow } from "../../core/prepare/group-rows";
import { originalValueOf } from "../../core/prepare/original-value";
import type { Matrix } from "../matrices";
import type { FittedRun } from "../stored-run";
import { sampleOf } from "../sample-of";
import type { CallTools } from "../calls/host";
import { attributionsOf } from "./attributions";
import { attributionOfReason } from "./finding-weights";
import { reasonsOfSamples } from "./reasons-of-samples";
import { groupOf } from "./usual-in-group";
import { withFinding } from "./with-finding";
import type { Speech } from "./explain-by-members";

interface ColumnStatement {
  readonly attribution: Attribution;
  readonly featureColumns: readonly number[];
  /** Of a detector that says what it expected, by column and in its units. */
  readonly expected: readonly Cell[] | null;
  readonly explainsItself: boolean;
  /** How the reason was found, where the detector gives one. */
  readonly method?: Note;
  /** Why the row stands out, where the detector is sure of that. */
  readonly finding?: FindingReason;
}

/** The columns of a table as they were read, for the detector that sees them. */
interface SeenColumns {
  readonly detector: ColumnDetector;
  readonly prepared: PreparedColumns;
}

/** How detectors of rows speak: by the columns of the row. */
export function columnSpeech(
  matrixOf: (run: FittedRun) => Promise<Matrix>,
  columnsOf: (run: FittedRun) => Promise<SeenColumns | null>,
): Speech<ColumnStatement> {
  return {
    async statementsOf(run, rows, tools) {
      const seen = await columnsOf(run);
      if (seen) return findingStatements(run, seen, rows, tools);
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
      const group = groupOf(run, row);
      const inGroup = group && { typicalInGroup: (position: number) => group.typicalIn(position) };
      const [{ statement }] = statements;
      if (run.kind === "fitted") {
        const { attribution, featureColumns, expected, explainsItself, finding } = statement;
        const method = finding ? (statement.method ?? METHOD_FINDING) : methodOf(attribution, explainsItself);
        const explained = explainRow({
          attribution,
          featureColumns,
          columns,
          profiles,
          row,
          method,
          ...(expected && { expected }),
          ...inGroup,
        });
        const ofGroup = group ? { ...explained, group: group.name } : explained;
        return finding ? withFinding(ofGroup, finding.note) : ofGroup;
      }
      const members = statements.map(({ statement: { attribution, featureColumns }, weight }) => ({
        attribution,
        featureColumns,
        weight,
      }));
      const explained = explainRow({
        attribution: combineAttributions(members, columns.length),
        featureColumns: columns.map((_, column) => column),
        columns,
        profiles,
        row,
        method: { code: "method.combined" },
        ...inGroup,
      });
      return group ? { ...explained, group: group.name } : explained;
    },
  };
}

const METHOD_FINDING: Note = { code: "method.finding" };
const METHOD_EXPECTED: Note = { code: "method.expected" };

/** What detectors that see columns as they were read say of the rows that they have scored. */
async function findingStatements(
  run: FittedRun,
  { detector, prepared: { samples, featureColumns } }: SeenColumns,
  rows: Uint32Array,
  tools: CallTools,
): Promise<Map<number, ColumnStatement>> {
  const which = new Map(Array.from(rows, (row): [number, number] => [sampleOf(samples, row), row]));
  which.delete(-1);
  const reasons = await reasonsOfSamples(run, detector, samples, which, tools);
  const entries = [...which].map(([sample, row]): [number, ColumnStatement] => {
    const finding = reasons.get(sample) ?? { note: { code: "finding.nothing" }, features: [], expected: null };
    const expected: Cell[] = run.table.dataset.columns.map(() => null);
    const [first] = finding.features;
    if (first !== undefined) expected[featureColumns[first]!] = finding.expected; // a feature
    const attribution = attributionOfReason(finding, samples.width);
    const method = detector.test ? METHOD_FINDING : METHOD_EXPECTED;
    return [row, { attribution, featureColumns: [...featureColumns], expected, explainsItself: true, finding, method }];
  });
  return new Map(entries);
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
