import fc from "fast-check";
import type { Dialect } from "../core/data/dialect";
import type { Reading } from "../core/project/reading";
import { column, name, number } from "./any-values";

const dialect: fc.Arbitrary<Partial<Dialect>> = fc.record(
  {
    compression: fc.constantFrom("none", "gzip", "zstd"),
    encoding: fc.constant("utf-8"),
    delimiter: fc.constantFrom(",", ";", "\t", "||"),
    quote: fc.constantFrom('"', "'", ""),
    escape: fc.constantFrom("", "\\", "\0"),
    missingIn: fc.constantFrom("values", "everywhere"),
    header: fc.record({ first: fc.integer({ min: 1, max: 40 }), count: fc.nat({ max: 5 }) }),
    decimal: fc.constantFrom(".", ","),
    thousands: fc.constantFrom("", ",", ".", " ", "'"),
    missing: fc.array(name, { maxLength: 3 }),
    dateOrder: fc.constantFrom("day-first", "month-first"),
  },
  { requiredKeys: [] },
);

/** Any way to read a file that a document may tell of. */
export const reading: fc.Arbitrary<Reading> = fc.record({
  dialect,
  fixed: dialect,
  others: fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(fc.string({ maxLength: 8 }), fc.boolean(), number), {
    maxKeys: 3,
  }),
  kinds: fc.array(column, { maxLength: 4 }),
  noValue: fc.array(
    fc.tuple(column, fc.array(number, { maxLength: 3 })).map(([ref, values]) => ({ ...ref, values })),
    { maxLength: 3 },
  ),
  joined: fc.option(fc.array(fc.record({ date: column, clock: column }), { maxLength: 3 })),
  made: fc.array(
    fc.tuple(column, fc.constantFrom("limits" as const, "templates" as const)).map(([of, what]) => ({ ...of, what })),
    { maxLength: 3 },
  ),
  sample: fc.option(fc.record({ rows: fc.integer({ min: 1 }), of: fc.nat(), seed: fc.nat() })),
});
