import type { DateAndClock } from "../data/join-times";
import type { ColumnFacts, Remark } from "./remark";

/** Dates beside times of day: read as one time, or offered to be. */
export function joinRemarks(
  columns: readonly ColumnFacts[],
  joinable: readonly (DateAndClock & { readonly isJoined: boolean; readonly halves: number })[],
): Remark[] {
  return joinable.map(({ date, clock, isJoined, halves }) => ({
    columns: [date, clock],
    why: {
      code: !isJoined ? "join.offered" : halves > 0 ? "join.halves" : "join.done",
      values: { date: columns[date]?.name ?? "", count: halves },
    },
    remedies: [{ does: isJoined ? "keep-apart" : "join" }],
  }));
}
