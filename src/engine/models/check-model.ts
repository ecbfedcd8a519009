import { batchVerdictOf } from "../../core/models/batch-verdict";
import type { ColumnReference } from "../../core/models/column-reference";
import { driftOfLevels, driftOfNumbers } from "../../core/models/drift";
import type { KeptModel } from "../../core/models/kept-model";
import { sharesBeside } from "../../core/models/shares-beside";
import type { Column } from "../../core/data/column";
import { seededRandom } from "../../core/math/random";
import type { ColumnDrift, ModelCheck } from "../calls/models";
import { namesHere } from "../models";
import type { StoredRun } from "../stored-run";
import { toldApart } from "./told-apart";

/** In how many files any column at all may be called other though nothing changed. */
const MAX_P = 0.01;
/** Below this share of the rows elsewhere a change is real at most, and no reason to distrust a model. */
const MIN_DISTANCE = 0.1;
/** By rule of thumb a population that is no longer the same. */
const MIN_PSI = 0.2;
/** Fewer pairs of rows than these that are told apart show a change that is real and small. */
const MIN_AUC = 0.65;
const MAX_NEW_LEVELS = 5;
const SEED = 1;

/** How a scored table lies against what a model learned from, column by column, by its scores, and as a whole. */
export function checkModel(model: KeptModel, { table, request, result }: StoredRun): ModelCheck {
  const nameOf = namesHere(request.recipe.learn);
  const { columns } = table.dataset;
  const drifts = model.columnsBefore.map((before) => {
    const at = columns.findIndex(({ name }) => name === nameOf(before.name));
    const column = columns[at];
    const isOfKind = column?.kind === before.kind;
    return columnDrift(
      before,
      isOfKind ? column : undefined,
      isOfKind ? at : null,
      isOfKind ? null : (column?.kind ?? null),
    );
  });
  const apart =
    model.rowsBefore &&
    toldApart(
      model.rowsBefore,
      model.columnsBefore,
      (name) => columns.find((column) => column.name === nameOf(name)),
      table.dataset.rowCount,
    );
  // All columns, and all of them together.
  const isOther = ({ p }: { readonly p: number }) => p < MAX_P / (drifts.length + 1);
  const isApart = apart != null && isOther(apart);
  const scores = driftOfNumbers(model.reference.toSorted(), result.sorted.toSorted());
  const own = result.scores.filter(Number.isFinite);
  const verdict = batchVerdictOf(model.reference, own, seededRandom(SEED));
  const marked = drifts.map((one) => ({ ...one, isOther: isOther(one) || one.column === null }));
  const isLarge = (one: (typeof marked)[number]) =>
    one.column === null || one.times !== null || (one.isOther && (one.psi >= MIN_PSI || one.distance >= MIN_DISTANCE));
  return {
    columns: marked.sort((a, b) => a.p - b.p || b.distance - a.distance),
    scores,
    verdict,
    apart: isApart ? apart : null,
    matters: marked.some(isLarge) || (isApart && apart.auc >= MIN_AUC),
  };
}

function columnDrift(
  before: ColumnReference,
  column: Column | undefined,
  at: number | null,
  readAs: Column["kind"] | null,
): Omit<ColumnDrift, "isOther"> {
  const base = {
    name: column?.name ?? before.name,
    column: at,
    readAs,
    missingBefore: share(before.missing, before.rows),
  };
  const nothing = { distance: 0, psi: 0, p: 1, missingNow: 0, newLevels: [], times: null, beside: null };
  if (!column) return { ...base, ...nothing, missingNow: 1 };
  const beside = sharesBeside(before, column);
  switch (column.kind) {
    case "number":
    case "time": {
      const known = column.values.filter((value) => !Number.isNaN(value)).sort();
      const missingNow = share(column.values.length - known.length, column.values.length);
      const times = column.kind === "number" ? timesOf(before.values, known) : null;
      return { ...base, ...nothing, ...driftOfNumbers(before.values, known), missingNow, times, beside };
    }
    case "category": {
      const counts = new Map<string, number>();
      let missing = 0;
      for (const code of column.codes) {
        const level = column.levels[code];
        if (level === undefined) missing++;
        else counts.set(level, (counts.get(level) ?? 0) + 1);
      }
      const seen = new Set(before.levels);
      const fresh = [...counts].filter(([level]) => !seen.has(level)).sort(([, a], [, b]) => b - a);
      const newLevels = fresh.slice(0, MAX_NEW_LEVELS).map(([level]) => level);
      const missingNow = share(missing, column.codes.length);
      return { ...base, ...nothing, ...driftOfLevels(before, counts), missingNow, newLevels, beside };
    }
    case "text":
      return {
        ...base,
        ...nothing,
        missingNow: share(column.values.filter((text) => !text).length, column.values.length),
      };
    default:
      return column satisfies never;
  }
}

function share(some: number, all: number): number {
  return all > 0 ? some / all : 0;
}

/** A power of ten, from a hundred on, by which the usual size of numbers differs: nothing real changes so by itself. */
function timesOf(before: Float64Array, now: Float64Array): number | null {
  const sizeOf = (values: Float64Array) => values.map(Math.abs).sort()[values.length >> 1] ?? 0;
  const power = Math.log10(sizeOf(now) / sizeOf(before));
  const whole = Math.round(power);
  return Math.abs(whole) >= 2 && Math.abs(power - whole) < 0.1 ? 10 ** whole : null;
}
