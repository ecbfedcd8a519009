import type { ColumnKind } from "../data/column";
import type { DelimitedPlan, Dialect } from "../data/dialect";
import type { SamplePlan } from "../data/read-plan";
import { columnRef, type ColumnRef, type NamedColumn, positionsOf, refTo } from "./column-ref";
import {
  bothOf,
  type Decoder,
  finite,
  leaf,
  listOf,
  nullable,
  oneOf,
  partOf,
  recordOf,
  text,
  whole,
  wholeOf,
} from "./decoder";

/** How a delimited text is read, with columns by their names. */
export interface Reading {
  /** What is not told here is guessed. */
  readonly dialect: Partial<Dialect>;
  /** The guesses that a person corrected; they hold while the rest is guessed again. */
  readonly fixed: Partial<Dialect>;
  /** Columns of which a person chose the kind, with that kind. */
  readonly kinds: readonly ColumnRef[];
  /** Columns with numbers that mean "no value" there. */
  readonly noValue: readonly NoValueIn[];
  /** Dates and times of day that are one time; null: as guessed. */
  readonly joined: readonly JoinedColumns[] | null;
  readonly sample: SamplePlan | null;
}

interface JoinedColumns {
  readonly date: ColumnRef;
  readonly clock: ColumnRef;
}

interface NoValueIn extends ColumnRef {
  readonly values: readonly number[];
}

const MAX_COLUMNS = 100_000;
const MAX_WORDS = 1000;
const isOneLine = (found: string) => found !== "" && !/[\r\n]/.test(found);

const noValueIn: Decoder<NoValueIn> = bothOf(columnRef, wholeOf({ values: listOf(finite(), MAX_WORDS) }));

/** `isEncoding`: whether texts in the encoding of that name can be read here. */
export function readingDecoder(isEncoding: (label: string) => boolean): Decoder<Reading> {
  const dialect = partOf<Dialect>({
    compression: oneOf(["none", "gzip"]),
    encoding: text(40, isEncoding),
    delimiter: text(10, isOneLine),
    quote: leaf((value) =>
      value === "" || (typeof value === "string" && /^[^\r\n]$/.test(value)) ? value : undefined,
    ),
    escape: oneOf(["", "\\", "\0"]),
    header: oneOf([true, false]),
    decimal: oneOf([".", ","]),
    thousands: oneOf(["", ",", ".", " ", "'"]),
    missing: listOf(text(1000), MAX_WORDS),
    dateOrder: oneOf(["day-first", "month-first"]),
  });
  return recordOf<Reading>({
    dialect: [dialect, {}],
    fixed: [dialect, {}],
    kinds: [listOf(columnRef, MAX_COLUMNS), []],
    noValue: [listOf(noValueIn, MAX_COLUMNS), []],
    joined: [nullable(listOf(wholeOf<JoinedColumns>({ date: columnRef, clock: columnRef }), MAX_COLUMNS)), null],
    sample: [nullable(wholeOf<SamplePlan>({ rows: whole(1), of: whole(0), seed: whole(0) })), null],
  });
}

/** What the document keeps of a plan made for these columns. */
export function readingOf(plan: DelimitedPlan, fixed: Partial<Dialect>, columns: readonly NamedColumn[]): Reading {
  const kinds = Object.entries(plan.kinds).flatMap(([position, kind]) => {
    const ref = refTo(columns, Number(position));
    return ref ? [{ ...ref, kind }] : [];
  });
  const noValue = Object.entries(plan.noValue ?? {}).flatMap(([position, values]) => {
    const ref = refTo(columns, Number(position));
    return ref ? [{ ...ref, values }] : [];
  });
  const joined = plan.joined?.flatMap((pair) => {
    const [date, clock] = [refTo(columns, pair.date), refTo(columns, pair.clock)];
    return date && clock ? [{ date, clock }] : [];
  });
  return { dialect: plan.settings, fixed, kinds, noValue, joined: joined ?? null, sample: plan.sample };
}

/** The plan by which a file is read that was just looked at: kept settings over what its first lines tell. */
export function planFor(
  { dialect, kinds, noValue, joined, sample }: Reading,
  guessed: Dialect,
  columns: readonly NamedColumn[],
): DelimitedPlan {
  const positions = positionsOf(kinds, columns);
  const chosen = kinds.flatMap(({ kind }, index): [number, ColumnKind][] => {
    const at = positions[index];
    return typeof at === "number" ? [[at, kind]] : [];
  });
  const places = positionsOf(noValue, columns);
  const meaningless = noValue.flatMap(({ values }, index): [number, readonly number[]][] => {
    const at = places[index];
    return typeof at === "number" ? [[at, values]] : [];
  });
  const pairs = joined?.flatMap((pair) => {
    const [date, clock] = positionsOf([pair.date, pair.clock], columns);
    return typeof date === "number" && typeof clock === "number" ? [{ date, clock }] : [];
  });
  return {
    format: "delimited",
    settings: { ...guessed, ...dialect },
    kinds: Object.fromEntries(chosen),
    ...(meaningless.length > 0 ? { noValue: Object.fromEntries(meaningless) } : {}),
    ...(pairs ? { joined: pairs } : {}),
    sample,
  };
}
