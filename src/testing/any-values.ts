import fc from "fast-check";
import type { ColumnKind } from "../core/data/column";
import type { ColumnRef } from "../core/project/column-ref";

/** What documents are made of: numbers without -0, which JSON does not know, names, and columns by name. */
export const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
export const atLeast0 = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
export const name = fc.string({ maxLength: 8 });
const kind = fc.constantFrom<ColumnKind>("number", "time", "category", "text");
export const column: fc.Arbitrary<ColumnRef> = fc.record({ name, kind, at: fc.nat(30) });
export const maybeColumn = fc.option(column);
