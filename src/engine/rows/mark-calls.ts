import type { RowKeys } from "../../core/marks/row-keys";
import type { Handlers } from "../calls/host";
import type { MarkCalls } from "../calls/marks";
import { createKept, tableKey } from "../kept";
import type { Parts } from "../parts";
import { preparing } from "../preparing";
import { keysOfRows } from "./keys-of-rows";
import { rowsByKey } from "./rows-by-key";
import type { CallTools } from "../calls/host";

/** They are as long as the table: that of the one on screen, and of the one before. */
const MAX_KEPT = 2;

/** How calls about what tells rows apart are done. */
export function markCalls({ tables }: Parts): Handlers<MarkCalls> {
  const kept = createKept<RowKeys>(MAX_KEPT);
  const keysIn = (id: string, tools: CallTools) => {
    const table = tables.get(id);
    const checkpoint = preparing(tools);
    return kept.get(tableKey(id), () => keysOfRows(table, checkpoint), checkpoint);
  };
  return {
    async rowKeys({ dataset, rows }, tools) {
      const keys = await keysIn(dataset, tools);
      return Array.from(rows, (row) => keys.keyOf(row));
    },
    rowsByKey: async ({ dataset, keys }, tools) => rowsByKey(tables.get(dataset), keys, preparing(tools)),
    async rowsOfKeys({ dataset, keys: asked }, tools) {
      const keys = await keysIn(dataset, tools);
      return Int32Array.from(asked, (key) => keys.rowOf(key));
    },
  };
}
