import type { ColumnKind } from "../data/column";
import { oneOf, text, whole, wholeOf } from "./decoder";

/** A column by its name. Where several bear it, the kind and then the position tell which is meant. */
export interface ColumnRef {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly at: number;
}

/** What a column must tell to be found again. */
export type NamedColumn = Pick<ColumnRef, "name" | "kind">;

const columnKinds: readonly ColumnKind[] = ["number", "time", "category", "text"];

/** Names come from files, so that they may be long; what is longer than this is no name. */
const MAX_NAME_LENGTH = 100_000;

export const columnRef = wholeOf<ColumnRef>({
  name: text(MAX_NAME_LENGTH),
  kind: oneOf(columnKinds),
  at: whole(0),
});

/** The column at a position, by its name; null where there is none. */
export function refTo(columns: readonly NamedColumn[], at: number): ColumnRef | null {
  const column = columns[at];
  return column ? { name: column.name, kind: column.kind, at } : null;
}

/**
 * Where each of `refs` is among `columns`, no column twice: those of the same name, of them that of the same kind, of
 * them that at the same position, else the first. Null where no column of that name is left. A name is enough: a column
 * that is read as another kind is still that column.
 */
export function positionsOf(refs: readonly ColumnRef[], columns: readonly NamedColumn[]): readonly (number | null)[] {
  const byName = new Map<string, number[]>();
  columns.forEach(({ name }, at) => byName.set(name, [...(byName.get(name) ?? []), at]));
  const found = new Map<ColumnRef, number>();
  const take = (fits: (ref: ColumnRef, at: number) => boolean) => {
    for (const ref of refs) {
      const left = byName.get(ref.name) ?? [];
      const at = found.has(ref) ? undefined : left.find((one) => fits(ref, one));
      if (at === undefined) continue;
      found.set(ref, at);
      byName.set(
        ref.name,
        left.filter((one) => one !== at),
      );
    }
  };
  const isOfKind = ({ kind }: ColumnRef, at: number) => columns[at]?.kind === kind;
  take((ref, at) => isOfKind(ref, at) && ref.at === at);
  take(isOfKind);
  take((ref, at) => ref.at === at);
  take(() => true);
  return refs.map((ref) => found.get(ref) ?? null);
}

/** Where one column is; null where there is none of that name. */
export function positionOf(ref: ColumnRef, columns: readonly NamedColumn[]): number | null {
  return positionsOf([ref], columns)[0] ?? null;
}
