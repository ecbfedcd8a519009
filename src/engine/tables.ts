import type { Column } from "../core/data/column";
import type { Dataset } from "../core/data/dataset";
import type { Note } from "../core/data/note";
import { Failure } from "../core/data/failure";
import { duplicateColumns, warnOfDuplicates } from "../core/data/duplicate-columns";
import { profileColumn, type ColumnProfile } from "../core/data/profile";
import { guessRoles } from "../core/data/role-table";
import { hashOf } from "../core/detect/run-key";
import { defaultRecipe } from "../core/prepare/default-recipe";
import { guessRowKind, type RowKindGuess } from "../core/kinds/guess-row-kind";
import type { Role } from "../core/prepare/recipe";
import type { TableHints } from "../io/read/table-reader";
import { readSource } from "../io/read/read-source";
import { createCheckpoint } from "./yield-to-events";
import type { CallTools } from "./calls/host";
import { joinedIn, withoutClocks } from "./joined-times";
import { traitsOf } from "./series/traits-of";
import { createImageSet, type ImageSet } from "./images/image-set";
import type { DatasetCard, Phase, ReadPlan, Source } from "./protocol";

/** Thousands of small files are read in a second. */
const TELL_AFTER_MS = 80;

/** A table as the worker holds it. */
export interface Table {
  readonly id: string;
  readonly dataset: Dataset;
  readonly profiles: readonly ColumnProfile[];
  /** What it was read from: its cells as they are written are read again where they are wanted. */
  readonly origin: Origin;
  /** Of what was opened as images. */
  readonly images: ImageSet | null;
  /** What was told of it when it was read. */
  readonly told: TableTold;
}

/** Where a table comes from. */
export interface Origin {
  readonly source: Source;
  readonly plan: ReadPlan;
  /** A hash of the bytes that were read. */
  readonly content: string;
}

/** The tables that are open, by id. */
export function createTables() {
  const tables = new Map<string, Table>();

  return {
    get(id: string): Table {
      const table = tables.get(id);
      if (!table) throw new Failure({ code: "unknown-dataset" });
      return table;
    },
    close(id: string): void {
      tables.delete(id);
    },
    /** Reads, profiles and keeps a table. The id depends on the bytes and the plan alone, behind what is put `before` it. */
    async open(source: Source, plan: ReadPlan, tools: CallTools, before = ""): Promise<DatasetCard> {
      let phase: Phase = "read";
      let toldAt = -Infinity;
      // Reading tells rows and bytes itself: a checkpoint that knows neither must not speak in between.
      const progress: CallTools["progress"] = (known) => {
        if (phase !== "read") tools.progress(known);
      };
      const checkpoint = createCheckpoint({ ...tools, progress }, () => phase);
      const {
        dataset: read,
        as,
        kindWhy,
        content,
        units,
        known,
        hints,
        images,
      } = await readSource(source, plan, {
        onProgress({ stage, ...far }) {
          const now = performance.now();
          if (far.done !== 1 && now - toldAt < TELL_AFTER_MS) return;
          toldAt = now;
          tools.progress({ phase: stage === "read" ? "read" : "prepare", ...far });
        },
        checkpoint: () => checkpoint(null),
      });
      phase = "profile";
      // Where the format knows its columns, none of them is half a time.
      const { columns, joinable } = known ? { columns: read.columns, joinable: [] } : joinedIn(read, plan);
      const dataset = { ...read, columns };
      // Where the format knows its columns, two that are equal are no mistake of the file.
      const duplicates = known ? new Map<number, number>() : unexpected(duplicateColumns(dataset.columns), hints);
      const profiles = warnOfDuplicates(await profilesOf(dataset.columns, checkpoint), dataset.columns, duplicates);
      const guessed = known?.roles ?? withoutClocks(guessRoles(columns, profiles, duplicates), columns, joinable);
      const roles = guessed.map((guess, position) => hints?.roles.get(position) ?? guess);
      const guess: RowKindGuess = known
        ? { rowKind: known.rowKind, why: known.rowKindWhy }
        : (hints?.rowKind ?? guessRowKind(dataset.columns, profiles, rolesIn(roles)));
      const id = `${before}${content}-${hashOf(JSON.stringify(plan))}`;
      const origin: Origin = { source, plan, content };
      const recipe = { ...defaultRecipe(dataset.columns, profiles, rolesIn(roles)), rowKind: guess.rowKind };
      const series = await traitsOf(dataset, recipe, () => checkpoint(null));
      const told: TableTold = {
        kindWhy,
        ...(units && { units }),
        roles,
        recipe,
        rowKindWhy: guess.why,
        ...(series ? { series } : {}),
        ...(guess.otherTime !== undefined ? { otherTime: guess.otherTime } : {}),
        joinable,
        read: as,
      };
      return this.hold({ id, dataset, profiles, origin, images: images ? createImageSet(images) : null, told });
    },
    /** Takes a table as it was read once. */
    hold(table: Table): DatasetCard {
      tables.set(table.id, table);
      return cardOf(table);
    },
  };
}

/** All that the page gets to know of a table. */
function cardOf({ id, dataset, profiles, told: { kindWhy, roles, units, ...told } }: Table): DatasetCard {
  return {
    id,
    name: dataset.name,
    rowCount: dataset.rowCount,
    // A copy: what is sent is emptied here.
    sourceRows: dataset.sourceRows?.slice() ?? null,
    columns: dataset.columns.map((column, position) => ({
      name: column.name,
      kind: column.kind,
      ...(column.kind === "time" && column.zone !== undefined ? { zone: column.zone } : {}),
      ...(column.kind === "number" && units?.[position] ? { unit: units[position] } : {}),
      kindWhy: kindWhy[position]!, // one of each per column
      role: roles[position]!.role,
      roleWhy: roles[position]!.why,
      profile: profiles[position]!,
    })),
    ...told,
  };
}

/** What the page is told of a table beside its columns. */
export interface TableTold extends Pick<
  DatasetCard,
  "recipe" | "rowKindWhy" | "series" | "otherTime" | "joinable" | "read"
> {
  readonly kindWhy: readonly Note[];
  readonly units?: readonly string[];
  readonly roles: readonly { readonly role: Role; readonly why: Note }[];
}

/** Columns that are equal though the format does not say that one of them stands for the other. */
function unexpected(
  duplicates: ReadonlyMap<number, number>,
  hints: TableHints | undefined,
): ReadonlyMap<number, number> {
  return new Map([...duplicates].filter((pair) => !pair.some((position) => hints?.roles.has(position))));
}

function rolesIn(roles: TableTold["roles"]): Role[] {
  return roles.map(({ role }) => role);
}

async function profilesOf(
  columns: readonly Column[],
  checkpoint: (done: number) => Promise<void>,
): Promise<ColumnProfile[]> {
  const profiles: ColumnProfile[] = [];
  for (const [index, column] of columns.entries()) {
    profiles.push(profileColumn(column));
    await checkpoint((index + 1) / columns.length);
  }
  return profiles;
}

export type Tables = ReturnType<typeof createTables>;
