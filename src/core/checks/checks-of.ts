import type { Dataset } from "../data/dataset";
import type { CellsMet } from "../data/read-report";
import type { Role } from "../prepare/recipe";
import { belowLimits, roundAmounts } from "./amounts";
import type { Check, LookedAt, Rest } from "./check";
import { dateOrders } from "./date-orders";
import { documentNumbers } from "./document-numbers";
import { firstDigits } from "./first-digits";
import { impliedColumns } from "./implied-columns";
import { numberGaps, repeatedNumbers } from "./number-gaps";
import { oddUnits } from "./odd-units";
import { offHours } from "./off-hours";
import { repeatedRows } from "./repeated-rows";
import { sensitiveColumn } from "./sensitive-columns";
import { unreadableCells } from "./unreadable-cells";

/**
 * All that a look at the columns tells before any detector runs.
 *
 * @param roles what the columns are for; of ignored ones only texts are looked at, which nobody ignored on purpose
 * @param unreadable by column the cells that could not be read
 * @param areMeasured numbers are measured one after the other, and no amounts
 */
export async function checksOf(
  { columns, rowCount }: Dataset,
  roles: readonly Role[],
  unreadable: readonly CellsMet[],
  areMeasured: boolean,
  rest: Rest,
): Promise<readonly Check[]> {
  const all = columns.map((column, position): LookedAt => ({ column, position, role: roles[position] ?? "ignore" }));
  const looked = all.filter(({ column, role }) => role !== "ignore" || column.kind === "text");
  const numbering = new Set<number>();
  const byNumber: Check[] = [];
  for (const one of looked) {
    const found = documentNumbers(one);
    await rest();
    if (!found) continue;
    numbering.add(one.position);
    byNumber.push(...repeatedNumbers(one.column.name, found), ...numberGaps(one.column.name, found));
  }
  const checks = [...(await repeatedRows(looked, numbering, rowCount, rest)), ...byNumber];
  checks.push(...(await dateOrders(looked, rest)));
  checks.push(...all.flatMap((one) => unreadableCells(one, unreadable)));
  for (const { column, role, position } of looked) {
    if (column.kind === "time") checks.push(...offHours(column));
    if (column.kind === "number" && role === "feature" && !areMeasured && !numbering.has(position))
      checks.push(...oddUnits(column), ...roundAmounts(column), ...belowLimits(column), ...firstDigits(column));
    await rest();
  }
  checks.push(...(await impliedColumns(looked, rest)));
  checks.push(...looked.flatMap(sensitiveColumn));
  return checks;
}
