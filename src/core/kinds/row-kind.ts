import type { ColumnRef } from "../project/column-ref";

/** Every kind of row by its name. Each enters itself from its own file, so that no list has to be kept beside them. */
export interface RowKinds {
  rows: KindForms<RowsKind>;
}

/** A kind as a recipe says it, and as a project does: there the fields `Columns`, which are positions, are names. */
export interface KindForms<K, Columns extends keyof K = never> {
  readonly inRecipe: K;
  readonly named: Named<K, Columns>;
}

type Named<K, Columns extends keyof K> = {
  readonly [F in keyof K]: F extends Columns ? ColumnRef | (null extends K[F] ? null : never) : K[F];
};

export type RowKindName = keyof RowKinds;

/** The kind of row of this name. */
export type RowKindOf<N extends RowKindName> = RowKinds[N]["inRecipe"];

/** What the rows of a table are. A part of the recipe, so that it is saved, undone and part of every run's key. */
export type RowKind = RowKindOf<RowKindName>;

/** The kind of row of this name with its columns by their names. */
export type NamedRowKindOf<N extends RowKindName> = RowKinds[N]["named"];

/** A kind of row with its columns by their names. */
export type NamedRowKind = NamedRowKindOf<RowKindName>;

/** Each row stands for itself. */
export interface RowsKind {
  readonly kind: "rows";
}

export const plainRows: RowsKind = { kind: "rows" };
