import { Failure } from "../data/failure";
import type { CoreKind } from "./core-kind";
import { coreEvents } from "./events";
import { coreImages } from "./images";
import type { RowKind, RowKindName } from "./row-kind";
import { coreRows } from "./rows";
import { coreSeries } from "./series";

type OfName<N extends RowKindName> = Extract<RowKind, { readonly kind: N }>;

const kinds: { readonly [N in RowKindName]: CoreKind<OfName<N>> } = {
  rows: coreRows,
  series: coreSeries,
  events: coreEvents,
  images: coreImages,
};

/** What is pure about rows of this kind. */
export function coreKindOf<N extends RowKindName>({ kind }: { readonly kind: N }): CoreKind<OfName<N>> {
  return kinds[kind];
}

/** The kind of row, when it is `name`. Throws "illegal-parameter" where it is another. */
export function requireKind<N extends RowKindName>(rowKind: RowKind, name: N): OfName<N> {
  // The name is what tells the kinds apart.
  if (rowKind.kind === name) return rowKind as OfName<N>;
  throw new Failure({
    code: "illegal-parameter",
    values: { parameter: "row kind", why: `${rowKind.kind}, not ${name}` },
  });
}

/** The same, null where it is another. */
export function kindIf<N extends RowKindName>(rowKind: RowKind | undefined, name: N): OfName<N> | null {
  // As its name says.
  return rowKind?.kind === name ? (rowKind as OfName<N>) : null;
}
