import type { RowExplanation } from "../../core/explain/explanation";
import { explanationWeights, memberScore } from "../../core/score/consensus";
import type { CallTools } from "../calls/host";
import type { FittedRun, StoredRun } from "../stored-run";

/** What one detector says of a row, and how much it counts there. */
export interface Weighted<T> {
  readonly statement: T;
  readonly weight: number;
}

/** How detectors of one kind of row speak, and how what they say becomes the explanation of a row. */
export interface Speech<T> {
  /** What a detector says of `rows`, by row; rows that it has not scored are left out. */
  statementsOf(run: FittedRun, rows: Uint32Array, tools: CallTools): Promise<ReadonlyMap<number, T>>;
  /** Of a detector alone there is one statement; of a consensus those of its members that count for the row. */
  explanationOf(run: StoredRun, row: number, statements: readonly [Weighted<T>, ...Weighted<T>[]]): RowExplanation;
}

/** A row of which nobody says anything. */
function unexplained(row: number): RowExplanation {
  return { row, contributions: [], method: { code: "method.replaced" } };
}

/** Why each of `rows` has its score, in the order asked: a detector alone, or each member by its part in the row's score. */
export async function explainByMembers<T>(
  run: StoredRun,
  rows: Uint32Array,
  { statementsOf, explanationOf }: Speech<T>,
  tools: CallTools,
): Promise<RowExplanation[]> {
  const members = run.kind === "fitted" ? [run] : run.members;
  const weightsAt = weightsBy(run);
  const weights = Array.from(rows, weightsAt);
  const said = Array.from(rows, (): Weighted<T>[] => []);
  for (const [at, member] of members.entries()) {
    const counting = rows.filter((_row, index) => weights[index]![at]! > 0); // weights for each row, one for each member
    const statements = await statementsOf(member, counting, tools);
    rows.forEach((row, index) => {
      const statement = statements.get(row);
      const weight = weights[index]![at]!; // one for each row and member
      if (statement !== undefined && weight > 0) said[index]!.push({ statement, weight });
    });
  }
  return Array.from(rows, (row, index) => {
    const [first, ...others] = said[index]!; // one list for each row
    return first ? explanationOf(run, row, [first, ...others]) : unexplained(row);
  });
}

type Weights = (row: number) => readonly number[];

/** A scale of scores takes a look at all of them: made once per run, not for every few rows that are explained. */
const known = new WeakMap<StoredRun, Weights>();

function weightsBy(run: StoredRun): Weights {
  const weights = known.get(run) ?? weightsOf(run);
  known.set(run, weights);
  return weights;
}

/** How much each member counts for a row; 0 where the row has no score. */
function weightsOf(run: StoredRun): Weights {
  if (run.kind === "fitted") return () => [1];
  const { members, weights, rule, result } = run;
  const none = members.map(() => 0);
  const scoreIn = members.map((member) => memberScore(member.result.sorted, rule));
  return (row) => {
    if (Number.isNaN(result.scores[row]!)) return none;
    const own = members.map((member, at) => scoreIn[at]!(member.result.scores[row]!)); // one for each member
    return explanationWeights(own, weights, rule);
  };
}
