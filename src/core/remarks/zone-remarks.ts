import type { TimeZone } from "../data/time-zone";
import type { ColumnFacts, Remark } from "./remark";

/** Columns whose times stand in several zones: on screen they are not as written. */
export function zoneRemarks(columns: readonly (ColumnFacts & { readonly zone?: TimeZone })[]): Remark[] {
  return columns.flatMap(({ zone }, position): Remark[] =>
    zone === "several" ? [{ columns: [position], why: { code: "zone.several" }, remedies: [] }] : [],
  );
}
