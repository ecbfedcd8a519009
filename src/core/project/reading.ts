import { isDrawnColumns } from "../data/drawn-columns";
import type { ColumnKind } from "../data/column";
import type { DelimitedPlan, Dialect, HeaderLines } from "../data/dialect";
import type { MadeColumn, PlanOf, SamplePlan, Setting } from "../data/read-plan";
import { columnRef, type ColumnRef, type NamedColumn, positionsOf, refTo } from "./column-ref";
import {
  bothOf,
  type Decoder,
  dictionaryOf,
  finite,
  isRecord,
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

/** How a file is read, with columns by their names. */
export interface Reading {
  /** Of a delimited text; what is not told here is guessed. */
  readonly dialect: Partial<Dialect>;
  /** The guesses that a person corrected; they hold while the rest is guessed again. */
  readonly fixed: Partial<Dialect>;
  /** The same of any other format: which sheet, for one. A reader leaves out what it does not know. */
  readonly others: Settings;
  /** Columns of which a person chose the kind, with that kind. */
  readonly kinds: readonly ColumnRef[];
  /** Columns with numbers that mean "no value" there. */
  readonly noValue: readonly NoValueIn[];
  /** Dates and times of day that are one time; null: as guessed. */
  readonly joined: readonly JoinedColumns[] | null;
  /** What is made of columns. */
  readonly made: readonly MadeOf[];
  readonly sample: SamplePlan | null;
}

interface MadeOf extends ColumnRef {
  readonly what: MadeColumn["what"];
}

interface JoinedColumns {
  readonly date: ColumnRef;
  readonly clock: ColumnRef;
}

type Settings = Readonly<Record<string, Setting>>;

interface NoValueIn extends ColumnRef {
  readonly values: readonly number[];
}

const MAX_COLUMNS = 100_000;
const MAX_WORDS = 1000;
const MAX_LENGTH = 1000;
/** Settings of one format. */
const MAX_FIELDS = 50;
type CellSettings = Pick<Dialect, "missing" | "dateOrder">;
const CELL_FIELDS: ReadonlySet<string> = new Set(["missing", "dateOrder"]);
const MAX_SEPARATOR = 10;
const isSeparator = (found: string) =>
  found !== "" && !/[\r\n]/.test(found) && (found.length <= MAX_SEPARATOR || isDrawnColumns(found));

const noValueIn: Decoder<NoValueIn> = bothOf(columnRef, wholeOf({ values: listOf(finite(), MAX_WORDS) }));

const madeOf: Decoder<MadeOf> = bothOf(columnRef, wholeOf({ what: oneOf(["limits", "templates"] as const) }));

const dateOrder = oneOf(["day-first", "month-first"] as const);
const missing = listOf(text(1000), MAX_WORDS);

/** Any value by its name; words and dates mean the same in every format. */
const others: Decoder<Settings> = (value, path, drop) => {
  const any = dictionaryOf<Setting>(
    leaf((one) => {
      if (typeof one === "string") return one.length <= MAX_LENGTH ? one : undefined;
      return typeof one === "boolean" || (typeof one === "number" && Number.isFinite(one)) ? one : undefined;
    }),
  );
  const known = partOf<CellSettings>({ missing, dateOrder });
  if (!isRecord(value)) return any(value, path, drop);
  const names = Object.keys(value).filter((name) => !CELL_FIELDS.has(name));
  const rest = Object.fromEntries(names.slice(0, MAX_FIELDS).map((name) => [name, value[name]]));
  return { ...any(rest, path, drop), ...known(value, path, drop) };
};

/** `isEncoding`: whether texts in the encoding of that name can be read here. */
export function readingDecoder(isEncoding: (label: string) => boolean): Decoder<Reading> {
  const dialect = partOf<Dialect>({
    compression: oneOf(["none", "gzip", "zstd"]),
    encoding: text(40, isEncoding),
    delimiter: text(8000, isSeparator),
    quote: leaf((value) =>
      value === "" || (typeof value === "string" && /^[^\r\n]$/.test(value)) ? value : undefined,
    ),
    escape: oneOf(["", "\\", "\0"]),
    missingIn: oneOf(["values", "everywhere"]),
    header: wholeOf<HeaderLines>({ first: whole(1), count: whole(0) }),
    decimal: oneOf([".", ","]),
    thousands: oneOf(["", ",", ".", " ", "'"]),
    missing,
    dateOrder,
  });
  return recordOf<Reading>({
    dialect: [dialect, {}],
    fixed: [dialect, {}],
    others: [others, {}],
    kinds: [listOf(columnRef, MAX_COLUMNS), []],
    noValue: [listOf(noValueIn, MAX_COLUMNS), []],
    joined: [nullable(listOf(wholeOf<JoinedColumns>({ date: columnRef, clock: columnRef }), MAX_COLUMNS)), null],
    made: [listOf(madeOf, MAX_COLUMNS), []],
    sample: [nullable(wholeOf<SamplePlan>({ rows: whole(1), of: whole(0), seed: whole(0) })), null],
  });
}

/** What the document keeps of a plan made for these columns. */
export function readingOf(plan: AnyPlan, fixed: object, columns: readonly NamedColumn[]): Reading {
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
  const made = (plan.made ?? []).flatMap(({ of, what }) => {
    const ref = refTo(columns, of);
    return ref ? [{ ...ref, what }] : [];
  });
  const columnsAndRows = { kinds, noValue, joined: joined ?? null, made, sample: plan.sample };
  if (isDelimited(plan)) return { dialect: plan.settings, fixed, others: {}, ...columnsAndRows };
  // What a person fixed of another format are plain values.
  return { dialect: {}, fixed: {}, others: fixed as Settings, ...columnsAndRows };
}

/** All that a person fixed, whatever the format. */
export function fixedOf({ fixed, others: plain }: Reading): Partial<Dialect> {
  return { ...plain, ...fixed };
}

/** The plan by which a file is read that was just looked at: kept settings over what its first lines tell. */
export function planFor<P extends AnyPlan>(
  { dialect, kinds, noValue, joined, made, sample }: Reading,
  guessed: P,
  columns: readonly NamedColumn[],
): P {
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
  const sources = positionsOf(made, columns);
  const wanted = made.flatMap(({ what }, index): MadeColumn[] => {
    const of = sources[index];
    return typeof of === "number" ? [{ of, what }] : [];
  });
  return {
    ...guessed,
    // Of other formats, what was guessed again fits what is fixed.
    settings: isDelimited(guessed) ? { ...guessed.settings, ...dialect } : guessed.settings,
    kinds: Object.fromEntries(chosen),
    ...(meaningless.length > 0 ? { noValue: Object.fromEntries(meaningless) } : {}),
    ...(pairs ? { joined: pairs } : {}),
    ...(wanted.length > 0 ? { made: wanted } : {}),
    sample,
  };
}

type AnyPlan = PlanOf<string, object>;

function isDelimited(plan: AnyPlan): plan is DelimitedPlan {
  return plan.format === "delimited";
}
