import {
  IGNORE_GRID,
  MAX_IMAGE_SIZE,
  type ImagesKind,
  type LearnFrom,
  MIN_IMAGE_SIZE,
  type SuppliedNetwork,
} from "./images-kind";
import { columnRef, type ColumnRef, type NamedColumn, positionOf, refTo } from "../project/column-ref";
import {
  bothOf,
  type Decoder,
  listOf,
  nullable,
  oneOf,
  recordOf,
  text,
  variantOf,
  whole,
  wholeOf,
} from "../project/decoder";
import type { EventsKind, RowKind, RowsKind, SeriesKind } from "./row-kind";

/** The fields of a kind that name a column, and as which kinds it may be read; as any where none is told. */
const columnFields = {
  time: ["time", "number"],
  group: null,
  symbol: null,
  sequence: null,
} as const;
type ColumnField = keyof typeof columnFields;
// The keys of the literal above, which Object.keys does not tell.
const fieldNames = Object.keys(columnFields) as ColumnField[];

type Named<K> = {
  readonly [F in keyof K]: F extends ColumnField ? ColumnRef | (null extends K[F] ? null : never) : K[F];
};

/** A kind of row with its columns by their names. */
export type NamedRowKind = Named<RowsKind> | Named<SeriesKind> | Named<EventsKind> | Named<ImagesKind>;

const MAX_NAMES = 100_000;
const MAX_ROWS = 10_000_000;
const names = listOf(text(10_000), MAX_NAMES);
const maybeColumn = nullable(columnRef);

const network = wholeOf<SuppliedNetwork>({ id: text(200), name: text(1000), layers: names });
const learnFrom = variantOf<LearnFrom>("kind", {
  all: wholeOf({ kind: oneOf(["all"]) }),
  folders: wholeOf({ kind: oneOf(["folders"]), folders: names }),
  images: wholeOf({ kind: oneOf(["images"]), rows: ascending(MAX_ROWS) }),
});

/** What names the columns must be whole; the settings beside it stand each for itself. */
export const decodeRowKind: Decoder<NamedRowKind> = variantOf<NamedRowKind>("kind", {
  rows: wholeOf<Named<RowsKind>>({ kind: oneOf(["rows"]) }),
  series: bothOf(
    wholeOf<Pick<Named<SeriesKind>, "kind" | "time" | "group">>({
      kind: oneOf(["series"]),
      time: maybeColumn,
      group: maybeColumn,
    }),
    recordOf<Omit<Named<SeriesKind>, "kind" | "time" | "group">>({
      duplicates: [oneOf(["mean", "first", "last"]), "mean"],
      fillUpTo: [whole(0), 12],
      window: [nullable(whole(2)), null],
      stride: [nullable(whole(1)), null],
      points: [oneOf(["covering", "last"]), "covering"],
    }),
  ),
  events: bothOf(
    wholeOf<Omit<Named<EventsKind>, "level">>({
      kind: oneOf(["events"]),
      symbol: columnRef,
      sequence: maybeColumn,
      time: maybeColumn,
    }),
    recordOf<Pick<Named<EventsKind>, "level">>({ level: [oneOf(["event", "sequence"]), "event"] }),
  ),
  images: bothOf(
    wholeOf<Pick<ImagesKind, "kind">>({ kind: oneOf(["images"]) }),
    recordOf<Omit<ImagesKind, "kind">>({
      size: [whole(MIN_IMAGE_SIZE, MAX_IMAGE_SIZE), 64],
      colour: [oneOf(["grey", "colour"]), "colour"],
      fit: [oneOf(["stretch", "crop", "pad"]), "pad"],
      learnFrom: [learnFrom, { kind: "all" }],
      ignored: [ascending(IGNORE_GRID * IGNORE_GRID), []],
      rowsSee: [oneOf(["pixels", "deep-features"]), "pixels"],
      network: [suppliedOr(oneOf(["mobilenet-v2"])), "mobilenet-v2"],
    }),
  ),
});

/** A kind of row with its columns by their names; null where it speaks of a column that is not there. */
export function namedRowKind(rowKind: RowKind, columns: readonly NamedColumn[]): NamedRowKind | null {
  const named = fieldsOf(rowKind).map(([field, at]) => [field, typeof at === "number" ? refTo(columns, at) : null]);
  const isLost = fieldsOf(rowKind).some(([, at]) => typeof at === "number" && refTo(columns, at) === null);
  // Every field that names a column has a reference in its place.
  return isLost ? null : ({ ...rowKind, ...Object.fromEntries(named) } as NamedRowKind);
}

/**
 * The same over the columns of a table; null where one of them is not there or is read as what cannot serve, and
 * where what was opened decides what its rows are, as images do.
 */
export function rowKindFor(named: NamedRowKind, columns: readonly NamedColumn[], guess: RowKind): RowKind | null {
  if ((named.kind === "images") !== (guess.kind === "images")) return null;
  const found = fieldsOf(named).map(([field, ref]): readonly [ColumnField, number | null | undefined] => {
    const at = isRef(ref) ? positionOf(ref, columns) : null;
    const kinds: readonly string[] | null = columnFields[field];
    const serves = at !== null && (kinds === null || kinds.includes(columns[at]?.kind ?? ""));
    return [field, isRef(ref) ? (serves ? at : undefined) : null];
  });
  if (found.some(([, at]) => at === undefined)) return null;
  // Every field that names a column has a position in its place.
  return { ...named, ...Object.fromEntries(found) } as RowKind;
}

function fieldsOf(rowKind: object): readonly (readonly [ColumnField, unknown])[] {
  const values = new Map(Object.entries(rowKind));
  return fieldNames.flatMap((field) => (values.has(field) ? [[field, values.get(field)] as const] : []));
}

function isRef(value: unknown): value is ColumnRef {
  return typeof value === "object" && value !== null && "name" in value;
}

/** Whole numbers below `end`, each once, in order. */
function ascending(end: number): Decoder<readonly number[]> {
  const decode = listOf(whole(0, end - 1), end);
  return (value, path, drop) => {
    const found = decode(value, path, drop);
    return found && [...new Set(found)].sort((a, b) => a - b);
  };
}

function suppliedOr<T>(own: Decoder<T>): Decoder<T | SuppliedNetwork> {
  return (value, path, drop) => (typeof value === "string" ? own(value, path, drop) : network(value, path, drop));
}
