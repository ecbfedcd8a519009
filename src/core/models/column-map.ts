import type { ColumnSettings } from "../project/column-settings";
import type { NamedColumn } from "../project/column-ref";
import type { RecipeSettings } from "../project/recipe-settings";

/** A column that a model learned from, and the one of a table that takes its place. */
export interface MappedColumn {
  readonly name: string;
  readonly kind: NamedColumn["kind"];
  /** Null: none, so that every value counts as missing. */
  readonly to: string | null;
  readonly by: "name" | "like-name" | "kind" | null;
}

/**
 * Which columns of a table a model's columns are: those of the same name, then of a name that differs by case, spaces and
 * signs only, then the only one left of its kind, which a person has to confirm. No column twice.
 */
export function columnMapOf(settings: RecipeSettings, columns: readonly NamedColumn[]): readonly MappedColumn[] {
  const wanted = settings.columns.filter(isSeen).map(({ column }) => column);
  const left = new Set(columns);
  const found = new Map<string, { readonly to: string; readonly by: MappedColumn["by"] }>();
  const take = (by: MappedColumn["by"], fits: (want: NamedColumn, one: NamedColumn) => boolean) => {
    for (const want of wanted) {
      if (found.has(want.name)) continue;
      const one = [...left].find((column) => fits(want, column));
      if (!one) continue;
      found.set(want.name, { to: one.name, by });
      left.delete(one);
    }
  };
  take("name", (want, one) => want.name === one.name);
  take("like-name", (want, one) => plain(want.name) === plain(one.name) && plain(one.name) !== "");
  const missing = wanted.filter(({ name }) => !found.has(name));
  take("kind", (want, one) => {
    const isAlone = (kind: string, among: Iterable<NamedColumn>) => [...among].filter((other) => other.kind === kind).length === 1; // prettier-ignore
    return want.kind === one.kind && isAlone(want.kind, missing) && isAlone(one.kind, left);
  });
  return wanted.map(({ name, kind }) => ({ name, kind, ...(found.get(name) ?? { to: null, by: null }) }));
}

/** The settings with columns called as they are in the table that a map leads to. */
export function renamedSettings(settings: RecipeSettings, names: Readonly<Record<string, string>>): RecipeSettings {
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, one]): [string, unknown] => [key, renamed(one)]);
    const fields = Object.fromEntries(entries);
    const isRef = typeof fields.name === "string" && typeof fields.at === "number";
    return isRef ? { ...fields, name: names[String(fields.name)] ?? fields.name } : fields;
  };
  // Names alone are changed.
  return renamed(settings) as RecipeSettings;
}

/** The same without what was only guessed by kind: where nobody is asked, a column of another name is another column. */
export function sureMapOf(map: readonly MappedColumn[]): readonly MappedColumn[] {
  return map.map((one) => (one.by === "kind" ? { ...one, to: null, by: null } : one));
}

/** The names that differ, by those that the model knows. */
export function namesIn(map: readonly MappedColumn[]): Readonly<Record<string, string>> {
  return Object.fromEntries(map.flatMap(({ name, to }) => (to !== null && to !== name ? [[name, to]] : [])));
}

function isSeen({ recipe: { role } }: ColumnSettings): boolean {
  return role === "feature" || role === "group";
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
