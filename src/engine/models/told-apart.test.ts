import { expect, it } from "vitest";
import { columnReferenceOf } from "../../core/models/column-reference";
import { rowsBeforeOf } from "../../core/models/rows-before";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { numbers, words } from "../../testing/made-up-series";
import { toldApart } from "./told-apart";

const random = seededRandom(17);
const normal = normalDeviates(random);
const COUNT = 400;

/** A pair of numbers of a correlation, and a category that says nothing. */
function made(correlation: number) {
  const one = Array.from({ length: COUNT }, normal);
  const other = one.map((value) => correlation * value + Math.sqrt(1 - correlation ** 2) * normal());
  const level = one.map(() => "abc"[Math.floor(3 * random())] ?? "a");
  return [numbers("one", one), numbers("other", other), words("level", level)] as const;
}

function compared(before: ReturnType<typeof made>, now: ReturnType<typeof made>) {
  const rows = Uint32Array.from({ length: COUNT }, (_, row) => row);
  const references = before.map((column) => columnReferenceOf(column, rows));
  const kept = rowsBeforeOf(
    before.map((column, at) => ({ column, levels: references[at]!.levels })),
    rows,
  );
  return toldApart(kept, references, (name) => now.find((column) => column.name === name), COUNT);
}

it("tells rows apart whose columns no longer belong together, though each lies as before", () => {
  const { auc = 0, p = 1 } = compared(made(0.95), made(0)) ?? {};
  expect(auc).toBeGreaterThan(0.7);
  expect(p).toBeLessThan(1e-6);
});

it("is mostly guessing where nothing changed", () => {
  let alarms = 0;
  for (let time = 0; time < 10; time++) if ((compared(made(0.9), made(0.9))?.p ?? 0) < 0.05) alarms++;
  expect(alarms).toBeLessThanOrEqual(3);
});

it("says nothing of few rows, or where no column is compared", () => {
  const nothing = rowsBeforeOf([], Uint32Array.of(0, 1));
  expect(toldApart(nothing, [], () => undefined, 500)).toBeNull();
});
