import { isLaw } from "../findings/evidence";
import type { Check, LookedAt, Rest } from "./check";
import { checkOf } from "./check";

/** Wider tables have too many pairs. */
const MAX_TIMES = 12;

/** Dates that stand before another one of their row, though in nearly all rows they do not. */
export async function dateOrders(looked: readonly LookedAt[], rest: Rest): Promise<Check[]> {
  const times = looked.flatMap(({ column }) => (column.kind === "time" ? [column] : [])).slice(0, MAX_TIMES);
  const checks: Check[] = [];
  for (const earlier of times)
    for (const later of times) {
      if (earlier === later) continue;
      const before: number[] = [];
      let known = 0;
      for (const [row, time] of later.values.entries()) {
        const difference = time - earlier.values[row]!; // columns are equally long
        if (Number.isNaN(difference)) continue;
        known++;
        if (difference < 0) before.push(row);
      }
      if (before.length > 0 && isLaw(before.length, known))
        checks.push(
          checkOf(
            { code: "check.before", values: { column: later.name, other: earlier.name, count: before.length } },
            before,
          ),
        );
      await rest();
    }
  return checks;
}
