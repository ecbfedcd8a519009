import { othersOf, type TimeParts } from "../data/join-times";
import type { ColumnFacts, Remark } from "./remark";

/** Dates beside times of day: read as one time, or offered to be. */
export function joinRemarks(
  columns: readonly ColumnFacts[],
  joinable: readonly (TimeParts & { readonly isJoined: boolean; readonly halves: number })[],
): Remark[] {
  return joinable.map(({ isJoined, halves, ...pair }) => ({
    columns: [pair.date, ...othersOf(pair)],
    why: {
      code: `join.${pair.parts ? "parts-" : ""}${!isJoined ? "offered" : halves > 0 ? "halves" : "done"}`,
      values: { date: columns[pair.date]?.name ?? "", count: halves },
    },
    remedies: [{ does: isJoined ? "keep-apart" : "join" }],
  }));
}
