import { rankedBy } from "../../core/evaluate/ranked";
import { rowsLearned } from "../../core/learn/rows-learned";
import { Failure } from "../../core/data/failure";
import { learnRuleFor } from "../../core/project/learn-settings";
import { bestThreshold } from "../../core/score/best-threshold";
import { conformalThreshold } from "../../core/score/conformal";
import type { Consequence } from "../../core/score/consequence";
import { highestOfUnits } from "../../core/score/highest-of-units";
import { countAtOrAbove, thresholdMovedBy } from "../../core/score/threshold";
import type { Kinds } from "../kinds/kinds";
import type { ConsequenceRequest, ConsequenceThreshold, RefusedThreshold } from "../protocol";
import type { StoredRun } from "../stored-run";
import type { Checkpoint } from "../yield-to-events";
import { flaggedPer, unitsOfRows } from "./flagged-per";
import { knownBy } from "../truth/truth";

type Found = ConsequenceThreshold | RefusedThreshold;
type Of<Kind extends Consequence["kind"]> = Extract<Consequence, { readonly kind: Kind }>;

const NOTHING_TOLD = { per: null, fares: null, curve: null, reference: null };
/** Of fewer rows that are tested no share of false alarms can be promised. */
const LEAST_TESTED = 10;

/** The threshold of a run that brings what a person wants of it, with what it comes to; or why there is none. */
export async function thresholdBy(
  run: StoredRun,
  request: ConsequenceRequest,
  kinds: Kinds,
  checkpoint: Checkpoint,
): Promise<Found> {
  const { by } = request;
  switch (by.kind) {
    case "capacity":
      return byCapacity(run, by);
    case "cost":
    case "best":
      return byTruth(run, by, request, kinds, checkpoint);
    case "false-alarms":
      return byReference(run, by, kinds, checkpoint);
    default:
      return by satisfies never;
  }
}

function byCapacity(run: StoredRun, { count, per }: Of<"capacity">): Found {
  const { dataset } = run.table;
  const column = dataset.columns.find(({ name }) => name === per);
  if (!column) return refused("no-column");
  const { sorted, order } = run.result;
  const units = unitsOfRows(column, order);
  const rows = Math.min(sorted.length, Math.round(count * units.count));
  const value = topOf(sorted, rows);
  return { kind: "threshold", value, ...NOTHING_TOLD, per: flaggedPer(run.result, value, units) };
}

async function byTruth(
  run: StoredRun,
  by: Of<"cost" | "best">,
  { known, isPartial }: ConsequenceRequest,
  kinds: Kinds,
  checkpoint: Checkpoint,
): Promise<Found> {
  if (isPartial) return refused("partial");
  const truth = known && (await kinds.of(run.request.recipe).truth(run, knownBy(known), checkpoint));
  const strange = truth?.labels.reduce((sum, label) => sum + label, 0) ?? 0;
  if (!truth || strange === 0 || strange === truth.labels.length) return refused("no-truth");
  const scores = Float64Array.from(truth.rows, (row) => run.result.scores[row]!); // a score for each row
  const { value, fares, counts, ways } = bestThreshold(rankedBy(scores, Infinity), truth.labels, by);
  return {
    kind: "threshold",
    value,
    ...NOTHING_TOLD,
    fares: { value: fares, rows: truth.rows.length, strange },
    curve: { counts, ways },
  };
}

async function byReference(
  run: StoredRun,
  { share, reference }: Of<"false-alarms">,
  kinds: Kinds,
  checkpoint: Checkpoint,
): Promise<Found> {
  const { table, request, result } = run;
  const rule = learnRuleFor(reference, table.dataset.columns);
  const rows = rule && referenceRows(run, rule);
  if (!rows) return refused("no-reference");
  const learned = new Set(rowsLearned(table.dataset, request.recipe) ?? []);
  const isScored = (row: number) => !Number.isNaN(result.scores[row]);
  if (rows.filter((row) => isScored(row) && !learned.has(row)).length < rows.length / 2) return refused("learned");
  // Steps and events resemble their neighbours: what depends on each other counts as one.
  const units = await kinds.of(request.recipe).units(run, checkpoint);
  const isReference = new Set(rows);
  const { reference: own, tested } = highestOfUnits(
    result.scores,
    units?.ofRows ?? null,
    (row) => isReference.has(row),
    (row) => learned.has(row),
  );
  const context = units ? { context: units.name } : {};
  if (tested.length < LEAST_TESTED) return refused("few-tested", { tested: tested.length, ...context });
  const found = conformalThreshold(tested, own, share);
  if (found.kind === "too-few") return refused("small", { known: own.length, needed: found.needed, ...context });
  const value = found.kind === "nothing" ? topOf(result.sorted, 0) : found.value;
  const flagged = countAtOrAbove(own, value);
  const count = found.kind === "nothing" ? 0 : found.count;
  const told = { rows: own.length, flagged, tested: count, unit: units?.name ?? ("row" as const) };
  return { kind: "threshold", value, ...NOTHING_TOLD, reference: told };
}

/** The rows that a rule of learning names; null where they are too few, or all of them. */
function referenceRows(run: StoredRun, learn: NonNullable<ReturnType<typeof learnRuleFor>>): Uint32Array | null {
  const { rowKind, columns } = run.request.recipe;
  try {
    return rowsLearned(run.table.dataset, { ...run.request.recipe, rowKind, columns, learn });
  } catch (error) {
    if (error instanceof Failure && error.info.code === "too-few-learned") return null;
    throw error;
  }
}

function topOf(sorted: Float64Array, rows: number): number {
  return rows > 0 ? (sorted[rows - 1] ?? 0) : thresholdMovedBy(sorted, sorted[0] ?? 0, -sorted.length);
}

function refused(why: RefusedThreshold["why"], values: RefusedThreshold["values"] = {}): RefusedThreshold {
  return { kind: "refused", why, values };
}
