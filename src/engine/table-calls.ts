import { cellOf } from "../core/data/column";
import { offeredGroup } from "../core/prepare/offered-group";
import { lookAt } from "../io/read/look-at";
import type { Handlers } from "./calls/host";
import type { TableCalls } from "./calls/tables";
import type { Parts } from "./parts";
import { preparing } from "./preparing";

/** How calls about tables are done. */
export function tableCalls({ tables, runs, kinds }: Parts): Handlers<TableCalls> {
  return {
    inspect: ({ source, fixed, entry }) => lookAt(source, fixed, entry),
    open: ({ source, plan }, tools) => tables.open(source, plan, tools),
    async close({ dataset }) {
      tables.close(dataset);
      runs.forgetTable(dataset);
      kinds.forgetTable(dataset);
    },
    async offeredGroup({ dataset, among }, tools) {
      return offeredGroup(tables.get(dataset).dataset.columns, among, preparing(tools));
    },
    async page({ dataset: id, rows }) {
      const { columns } = tables.get(id).dataset;
      return Array.from(rows, (row) => columns.map((column) => cellOf(column, row)));
    },
  };
}
