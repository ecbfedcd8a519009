import { commonKind } from "../../core/data/append-tables";
import { columnNamesOf } from "../../core/data/column-names";
import { Failure } from "../../core/data/failure";
import type { GuessOf } from "../../core/data/read-plan";
import { saysId } from "../../core/data/role-names";
import type { Source } from "../read/source";
import type { InspectionOf } from "../read/table-reader";
import {
  commonNames,
  FILE_COLUMN,
  joinedLayout,
  largestGroup,
  placesOf,
  type SeveralSettings,
  timesOf,
} from "./arrange";
import { type FileReader, type Part, partsOf } from "./parts";

type Inspected = InspectionOf<"several", SeveralSettings>;
type Told = Pick<Inspected, "preview" | "columns">;

const PREVIEW_ROWS = 20;
const OFFERED_TOLERANCES: readonly SeveralSettings["tolerance"][] = ["exact", "half-step", "step", "ten-steps"];

/**
 * What a look at several files tells: whether they are one table after the other, and how else they could be one.
 *
 * @throws Failure of the first file, where none can be read
 */
export async function inspectSeveral(
  source: Source,
  readers: readonly FileReader[],
  fixed: Partial<SeveralSettings>,
  budget: number,
): Promise<Inspected> {
  const { parts, failed } = await partsOf(source, readers);
  if (parts.length === 0) throw new Failure(failed[0]?.info ?? { code: "no-table" });
  const group = largestGroup(parts);
  const isAll = group.length === parts.length;
  const keys = parts.length > 1 ? commonNames(parts) : [];
  const ways = waysOf(parts, group, keys);
  const settings: SeveralSettings = {
    how: fixed.how && ways.includes(fixed.how) ? fixed.how : group.length > 1 ? "append" : "first",
    key: fixed.key !== undefined && keys.includes(fixed.key) ? fixed.key : (keys.find(saysId) ?? keys[0] ?? ""),
    tolerance: OFFERED_TOLERANCES.find((one) => one === fixed.tolerance) ?? "half-step",
  };
  const read = settings.how === "append" ? group : settings.how === "first" ? group.slice(0, 1) : parts;
  const sizes = read.map(({ inspection }) => inspection.size);
  const isJoin = settings.how === "by-time" || settings.how === "by-key";
  const told = isJoin ? joinedColumns(parts, settings) : appendedColumns(read, settings);
  const rows = isJoin ? Math.max(...sizes.map((size) => size.rows)) : sum(sizes.map((size) => size.rows));
  const memory = sum(sizes.map((size) => size.memory));
  return {
    format: "several",
    plan: { format: "several", settings, kinds: {}, sample: null },
    guesses: guessesOf(settings, { fixed, ways, keys, isSure: isAll || parts.length === 1 }),
    ...told,
    size: {
      bytes: sum(source.files.map(({ blob }) => blob.size)),
      rows,
      columns: told.columns.length,
      memory,
      budget,
      rowsThatFit: Math.max(1, Math.min(rows, Math.floor((budget / Math.max(1, memory)) * rows * 0.9))),
    },
  };
}

function waysOf(parts: readonly Part[], group: readonly Part[], keys: readonly string[]): SeveralSettings["how"][] {
  const ways: SeveralSettings["how"][] = group.length > 1 ? ["append"] : [];
  if (parts.length > 1 && timesOf(parts)) ways.push("by-time");
  if (keys.length > 0) ways.push("by-key");
  return [...ways, "first"];
}

interface Known {
  readonly fixed: Partial<SeveralSettings>;
  readonly ways: readonly SeveralSettings["how"][];
  readonly keys: readonly string[];
  readonly isSure: boolean;
}

function guessesOf(
  { how, key, tolerance }: SeveralSettings,
  { fixed, ways, keys, isSure }: Known,
): readonly GuessOf<SeveralSettings>[] {
  const guesses: GuessOf<SeveralSettings>[] = [];
  const sure = fixed.how !== undefined || isSure;
  const why = fixed.how !== undefined ? "dialect.chosen" : isSure ? "several.equal" : "several.differ";
  guesses.push({ field: "how", value: how, sure, alternatives: ways.filter((way) => way !== how), why: { code: why } });
  const chosen = { sure: true, why: { code: "dialect.chosen" as const } };
  if (how === "by-key")
    guesses.push({ ...chosen, field: "key", value: key, alternatives: keys.filter((one) => one !== key) });
  if (how === "by-time")
    guesses.push({
      ...chosen,
      field: "tolerance",
      value: tolerance,
      alternatives: OFFERED_TOLERANCES.filter((one) => one !== tolerance),
    });
  return guesses;
}

/** The columns of the first part, of the kind that they have in all, and the one that names the file. */
function appendedColumns(group: readonly Part[], { how }: SeveralSettings): Told {
  const [first] = group;
  if (!first) return { columns: [], preview: { names: [], rows: [] } };
  const { columns, preview } = first.inspection;
  if (how === "first") return { columns, preview };
  const common = columns.map((column) => {
    const kind = commonKind(group.map((part) => kindIn(part, column.name)));
    return kind === column.kind ? column : { ...column, kind, why: { code: "several.mixed-kinds" as const } };
  });
  const file = { name: FILE_COLUMN, kind: "category" as const, why: { code: "several.file" as const } };
  const { names } = columnNamesOf([...columns.map(({ name }) => name), FILE_COLUMN]);
  const all = [...common, file].map((column, at) => ({ ...column, name: names[at] ?? column.name }));
  const rows = preview.rows.slice(0, PREVIEW_ROWS).map((row) => [...row, first.name]);
  return { columns: all, preview: preview.names.length > 0 ? { names, rows } : preview };
}

/** What the columns of joined files are called; which cells stand side by side is known once all were read. */
function joinedColumns(parts: readonly Part[], { how, key }: SeveralSettings): Told {
  const layout = joinedLayout(parts, placesOf(parts, how, key));
  const { names } = columnNamesOf(layout.map(({ name }) => name));
  const columns = layout.map(({ part, at }, place) => {
    const column = parts[part]!.inspection.columns[at]!; // the layout is made of them
    return { ...column, name: names[place] ?? column.name };
  });
  return { columns, preview: { names: [], rows: [] } };
}

/** The kind of a column in a part; that of a column without values agrees with any. */
function kindIn({ inspection }: Part, name: string) {
  return inspection.columns.find((column) => column.name === name)?.kind ?? "number";
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
