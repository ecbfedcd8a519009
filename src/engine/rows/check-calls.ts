import type { Check, Rest } from "../../core/checks/check";
import { checksOf } from "../../core/checks/checks-of";
import { coreKindOf } from "../../core/kinds/kinds";
import type { RowKind } from "../../core/kinds/row-kind";
import type { Role } from "../../core/prepare/recipe";
import { columnSamplesOf } from "../../core/prepare/column-samples-of";
import { brokenTotals } from "../../detectors/columns/broken-totals";
import type { CheckCalls } from "../calls/checks";
import type { Handlers } from "../calls/host";
import { createKept, tableKey } from "../kept";
import type { Parts } from "../parts";
import { preparing } from "../preparing";
import type { Table } from "../tables";

/** They hold rows of the table. */
const MAX_KEPT = 2;

/** How the call about what is told before any detector runs is done. */
export function checkCalls({ tables }: Parts): Handlers<CheckCalls> {
  const kept = createKept<readonly Check[]>(MAX_KEPT);
  return {
    async checks({ dataset, roles, rowKind }, tools) {
      const table = tables.get(dataset);
      const checkpoint = preparing(tools);
      const made = await kept.get(
        tableKey(dataset, roles, rowKind),
        () => allChecks(table, roles, rowKind, () => checkpoint(null)),
        checkpoint,
      );
      // A copy: what is sent is emptied here.
      return made.map((check) => ({ ...check, rows: check.rows.slice() }));
    },
  };
}

async function allChecks({ dataset, told }: Table, roles: readonly Role[], rowKind: RowKind, rest: Rest) {
  const report = told.read.format === "images" ? null : told.read.report;
  const checks = await checksOf(dataset, roles, report?.unreadable ?? [], !coreKindOf(rowKind).preparesColumns, rest);
  const columns = told.recipe.columns.map((column, at) => ({ ...column, role: roles[at] ?? column.role }));
  const { samples } = columnSamplesOf(dataset, { ...told.recipe, columns });
  return [...checks, ...(await brokenTotals(samples, rest))];
}
