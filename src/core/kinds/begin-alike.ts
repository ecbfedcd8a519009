import type { Column } from "../data/column";
import type { Known } from "../series/time-candidates";

/** The first rows tell. */
const MAX_ROWS_READ = 20_000;
/** More different ones are texts, not steps. */
const MAX_STEPS = 60;
const MIN_SEQUENCES = 10;
const MIN_EVENTS_EACH = 3;
/** So many sequences begin with the same step, and that step is at most half as frequent elsewhere. */
const MIN_SHARE_ALIKE = 0.6;

/**
 * Of a table of a time, a column of steps and one more: that one, where its values name sequences, whatever it is called.
 * The sequences of a process begin alike; the lines of orders or the purchases of customers do not.
 */
export function namesOfProcess(known: readonly Known[], times: readonly Known[]): Known | undefined {
  const [time] = times;
  if (!time || times.length !== 1 || known.length !== 3) return undefined;
  const others = known.filter((one) => one !== time && one.role !== "label");
  const namers = others.filter((names) => {
    const steps = others.find((one) => one !== names);
    return steps !== undefined && isNaming(names) && isOfSteps(steps) && beginAlike(names, steps, time);
  });
  return namers.length === 1 ? namers[0] : undefined;
}

function isNaming({ column, profile }: Known): boolean {
  if (profile.distinct < MIN_SEQUENCES || profile.rows < MIN_EVENTS_EACH * profile.distinct) return false;
  return column.kind !== "number" || column.values.subarray(0, MAX_ROWS_READ).every(Number.isInteger);
}

function isOfSteps({ column, profile }: Known): boolean {
  return column.kind === "category" && profile.distinct >= 2 && profile.distinct <= MAX_STEPS;
}

function beginAlike(names: Known, steps: Known, time: Known): boolean {
  const [nameAt, stepAt, momentAt] = [names, steps, time].map(({ column }) => valueAt(column));
  const first = new Map<unknown, { readonly moment: number; readonly step: unknown }>();
  const all = new Map<unknown, number>();
  const rows = Math.min(MAX_ROWS_READ, names.profile.rows);
  for (let row = 0; row < rows; row++) {
    const [name, step, moment] = [nameAt!(row), stepAt!(row), Number(momentAt!(row))]; // three columns
    all.set(step, (all.get(step) ?? 0) + 1);
    if (!((first.get(name)?.moment ?? Infinity) <= moment)) first.set(name, { moment, step });
  }
  const begun = new Map<unknown, number>();
  for (const { step } of first.values()) begun.set(step, (begun.get(step) ?? 0) + 1);
  let [step, count]: readonly [unknown, number] = [null, 0];
  for (const one of begun) if (one[1] > count) [step, count] = one;
  const share = count / Math.max(1, first.size);
  return first.size >= MIN_SEQUENCES && share >= MIN_SHARE_ALIKE && (all.get(step) ?? 0) / rows <= share / 2;
}

function valueAt(column: Column): (row: number) => number | string | undefined {
  return column.kind === "category" ? (row) => column.codes[row] : (row) => column.values[row];
}
