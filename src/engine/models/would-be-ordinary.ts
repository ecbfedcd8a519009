import { changeOptions } from "../../core/explain/change-options";
import { smallestChange } from "../../core/explain/smallest-change";
import { coreKindOf } from "../../core/kinds/kinds";
import type { CallTools } from "../calls/host";
import type { OrdinaryRequest, WouldBeOrdinary } from "../calls/what-if";
import { nearestFew } from "../explain/nearest-ordinary";
import { sameGroup } from "../explain/usual-in-group";
import type { Parts } from "../parts";
import { preparing } from "../preparing";
import type { StoredRun } from "../stored-run";
import { changedScores } from "./changed-scores";

/** Ordinary rows whose values a row may take. */
const MAX_NEIGHBOURS = 200;
/** Of rows that are judged alone many changes are scored in one go, each perhaps against all rows: so many pairs in all. */
const MAX_PAIRS_SCORED = 1e8;
const WHERE_ALONE = { options: 40, budget: 20_000, atOnce: 250 };
/** Else the whole table is scored for each change: so many rows in all, and so many changes. */
const MAX_ROWS_SCORED = 1_000_000;
const WHERE_TOGETHER = { options: 40, budget: 300, atOnce: 4 };
/** Fewer changes find nothing worth saying. */
const MIN_CHANGES = 10;

/** The smallest change to values that its ordinary neighbours have which takes a row under the threshold; all of it was scored. */
export async function wouldBeOrdinary(
  { run: key, row, threshold }: OrdinaryRequest,
  parts: Parts,
  tools: CallTools,
): Promise<WouldBeOrdinary> {
  const run = parts.runs.get(key);
  const scores = changedScores(run, row, parts, tools);
  if (!scores || !coreKindOf(run.request.recipe.rowKind).preparesColumns) return { kind: "cannot" };
  const { dataset } = run.table;
  const all = { ...(scores.alone ? WHERE_ALONE : WHERE_TOGETHER) };
  const most = scores.alone ? MAX_PAIRS_SCORED : MAX_ROWS_SCORED;
  all.budget = Math.min(all.budget, Math.floor(most / dataset.rowCount));
  if (all.budget < MIN_CHANGES) return { kind: "long" };
  const neighbours = await ordinaryNeighbours(run, row, threshold, parts, tools);
  const columns = (await columnsOf(run, row, parts, tools)).map(
    (at) => changeOptions(dataset.columns[at]!, at, row, neighbours, all.options), // positions of columns
  );
  const found = await smallestChange({ ...all, columns, threshold, score: (many) => scores.of(many) });
  return found
    ? { kind: "change", cells: found.cells, after: found.score, neighbours: neighbours.length }
    : { kind: "none", columns: Math.min(3, columns.length), neighbours: neighbours.length };
}

/** The columns that detectors see, those first that count most for the row. */
async function columnsOf(run: StoredRun, row: number, parts: Parts, tools: CallTools): Promise<readonly number[]> {
  const { recipe } = run.request;
  const [explanation] = await parts.kinds.of(recipe).explain(run, Uint32Array.of(row), tools);
  const seen = recipe.columns.flatMap(({ role }, at) => (role === "feature" ? [at] : []));
  const named = (explanation?.contributions ?? [])
    .map(({ column }) => column)
    .filter((column) => seen.includes(column));
  return [...new Set([...named, ...seen])];
}

async function ordinaryNeighbours(
  run: StoredRun,
  row: number,
  threshold: number,
  { kinds }: Parts,
  tools: CallTools,
): Promise<Uint32Array> {
  const { samples, sampleAt } = await kinds.of(run.request.recipe).mapPoints(run, preparing(tools));
  const target = sampleAt(row);
  if (target < 0) return new Uint32Array();
  const isSame = sameGroup(run, row);
  const { scores } = run.result;
  const isOrdinary = (sample: number) => {
    const one = samples.origin[sample]!; // a row for each sample
    return scores[one]! < threshold && isSame(one); // a score for each row
  };
  return nearestFew(samples, target, isOrdinary, MAX_NEIGHBOURS).map((sample) => samples.origin[sample]!); // a row for each sample
}
