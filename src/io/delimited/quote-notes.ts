import type { Note } from "../../core/data/note";
import { MANY_BREAKS } from "./quoted-rows";
import type { Met, Oddities } from "./read-rows";

/** What is told of the quotes of a file. */
export function quoteNotes({ oddRows, longCells }: Pick<Oddities, "oddRows" | "longCells">): readonly Note[] {
  const told = ({ count, line }: Met) => ({ count, line });
  return [
    ...(oddRows.count > 0 ? [{ code: "read.odd-quotes" as const, values: told(oddRows) }] : []),
    ...(longCells.count > 0
      ? [{ code: "read.long-cells" as const, values: { ...told(longCells), breaks: MANY_BREAKS } }]
      : []),
  ];
}
