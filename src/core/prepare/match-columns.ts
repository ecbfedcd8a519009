import type { Column } from "../data/column";
import type { Dataset } from "../data/dataset";
import type { SourceColumn } from "./fitted-recipe";

/**
 * The columns of a dataset that a fitted recipe reads: the one at the same position if it has the same
 * name and kind, else the first with that name and kind, else null (every value counts as missing).
 */
export function matchColumns(
  { columns }: Dataset,
  sources: readonly SourceColumn[],
): { readonly column: Column | null; readonly position: number }[] {
  let elsewhere: Map<string, number> | null = null;
  return sources.map(({ position, name, kind }) => {
    const here = columns[position];
    if (here?.name === name && here.kind === kind) return { column: here, position };
    elsewhere ??= new Map(columns.map((column, at) => [keyOf(column), at] as const).reverse());
    const at = elsewhere.get(keyOf({ name, kind }));
    return at === undefined ? { column: null, position } : { column: columns[at] ?? null, position: at };
  });
}

function keyOf({ name, kind }: { readonly name: string; readonly kind: string }): string {
  return `${kind} ${name}`;
}
