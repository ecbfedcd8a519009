import type { Dataset } from "../data/dataset";
import type { Role } from "../prepare/recipe";
import type { Check } from "./check";
import { firstDigits } from "./first-digits";
import { numberGaps } from "./number-gaps";
import { offHours } from "./off-hours";

/**
 * All that a look at the columns tells before any detector runs.
 *
 * @param roles what the columns are for; ignored ones are not looked at
 */
export async function checksOf(
  { columns }: Dataset,
  roles: readonly Role[],
  checkpoint: (done: number) => Promise<void>,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [at, column] of columns.entries()) {
    const role = roles[at];
    if (role === "ignore") continue;
    if (column.kind === "time") checks.push(...offHours(column));
    if (column.kind === "number") {
      checks.push(...numberGaps(column, role === "id"));
      await checkpoint(at / columns.length);
      if (role === "feature") checks.push(...firstDigits(column));
    }
    await checkpoint((at + 1) / columns.length);
  }
  return checks;
}
