import { illegalParameter } from "../data/illegal-parameter";
import type { ColumnKind } from "../data/column";
import type { Detector } from "../detect/detector";
import type { Recipe } from "../prepare/recipe";
import type { CoreKind, PartInKind } from "./core-kind";
import { coreEvents } from "./events";
import { coreImages } from "./images";
import type { RowKind, RowKindName, RowKindOf } from "./row-kind";
import { coreRows } from "./rows";
import { coreSeries } from "./series";

const kinds: { readonly [N in RowKindName]: CoreKind<N> } = {
  rows: coreRows,
  series: coreSeries,
  events: coreEvents,
  images: coreImages,
};

/** The names of all kinds, in the order in which they are offered: those of a record are its keys. */
export const rowKindNames = Object.keys(kinds) as readonly RowKindName[];

/** What is pure about rows of this kind. */
export function coreKindOf<N extends RowKindName>({ kind }: { readonly kind: N }): CoreKind<N> {
  return kinds[kind];
}

/**
 * Whether a detector can make something of such rows. One that is taught judges each row by what was learned of others,
 * which means something only where neighbours are not alike.
 */
export function detectorFits(
  { accepts, taught = false }: { readonly accepts: Detector["accepts"]; readonly taught?: boolean },
  rowKind: RowKind,
): boolean {
  const { fits, standsAlone } = coreKindOf(rowKind);
  return fits(accepts) && (!taught || standsAlone);
}

/** The kind of row, when it is `name`. Throws "illegal-parameter" where it is another. */
export function requireKind<N extends RowKindName>(rowKind: RowKind, name: N): RowKindOf<N> {
  if (rowKind.kind === name) return rowKind;
  throw illegalParameter("other-kind");
}

/** The same, null where it is another. */
export function kindIf<N extends RowKindName>(rowKind: RowKind | undefined, name: N): RowKindOf<N> | null {
  return rowKind?.kind === name ? rowKind : null;
}

/** Whether two kinds are the same, whatever each says of its columns. */
export function isSameKind(one: RowKind, other: RowKind): boolean {
  return one.kind === other.kind;
}

/** What a column of a recipe is for; null where its role alone says it, so that every setting of the column counts. */
export function partInKind(
  { rowKind, columns }: Pick<Recipe, "rowKind" | "columns">,
  position: number,
  kind: ColumnKind,
): PartInKind | null {
  return coreKindOf(rowKind).partOf(rowKind, { position, kind, role: columns[position]?.role });
}
