import type { ColumnKind } from "../data/column";
import { type ColumnRef, type NamedColumn, positionOf, refTo } from "../project/column-ref";
import { type Decoder, variantOf } from "../project/decoder";
import { coreKindOf, rowKindNames } from "./kinds";
import type { NamedRowKind, RowKind } from "./row-kind";

export const decodeRowKind: Decoder<NamedRowKind> = variantOf<NamedRowKind>(
  "kind",
  Object.fromEntries(rowKindNames.map((kind) => [kind, coreKindOf({ kind }).decode])),
);

/** A kind of row with its columns by their names; null where it speaks of a column that is not there. */
export function namedRowKind(rowKind: RowKind, columns: readonly NamedColumn[]): NamedRowKind | null {
  const named = columnsOf(rowKind).map(({ field, value }): readonly [string, ColumnRef | null | undefined] => [
    field,
    typeof value === "number" ? (refTo(columns, value) ?? undefined) : null,
  ]);
  if (named.some(([, ref]) => ref === undefined)) return null;
  // Every field that names a column has a reference in its place.
  return { ...rowKind, ...Object.fromEntries(named) } as NamedRowKind;
}

/**
 * The same over the columns of a table; null where one of them is not there or is read as what cannot serve, and
 * where what was opened decides what its rows are.
 */
export function rowKindFor(named: NamedRowKind, columns: readonly NamedColumn[], guess: RowKind): RowKind | null {
  if (named.kind !== guess.kind && !(coreKindOf(named).isChoice && coreKindOf(guess).isChoice)) return null;
  const found = columnsOf(named).map(({ field, value, kinds }): readonly [string, number | null | undefined] => {
    const at = isRef(value) ? positionOf(value, columns) : null;
    const serves = at !== null && (kinds === null || kinds.some((kind) => kind === columns[at]?.kind));
    return [field, isRef(value) ? (serves ? at : undefined) : null];
  });
  if (found.some(([, at]) => at === undefined)) return null;
  // Every field that names a column has a position in its place.
  return { ...named, ...Object.fromEntries(found) } as RowKind;
}

interface ColumnField {
  readonly field: string;
  readonly value: unknown;
  /** As which kinds the column may be read; null: as any. */
  readonly kinds: readonly ColumnKind[] | null;
}

/** The fields of a kind that name a column. */
function columnsOf(rowKind: RowKind | NamedRowKind): ColumnField[] {
  const values = new Map<string, unknown>(Object.entries(rowKind));
  const kindsOf: Readonly<Record<string, readonly ColumnKind[] | null>> = coreKindOf(rowKind).columns;
  return Object.entries(kindsOf).map(([field, kinds]) => ({ field, value: values.get(field), kinds }));
}

function isRef(value: unknown): value is ColumnRef {
  return typeof value === "object" && value !== null && "name" in value;
}
