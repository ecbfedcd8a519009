import type { Column } from "../core/data/column";
import type { Dataset } from "../core/data/dataset";
import type { Note } from "../core/data/note";
import { Failure } from "../core/data/failure";
import type { ReadPlan } from "../core/data/dialect";
import { duplicateColumns, warnOfDuplicates } from "../core/data/duplicate-columns";
import { profileColumn, type ColumnProfile } from "../core/data/profile";
import { guessRoles } from "../core/data/role-table";
import { hashOf } from "../core/detect/run-key";
import { defaultRecipe } from "../core/prepare/default-recipe";
import { guessRowKind } from "../core/kinds/guess-row-kind";
import type { Role } from "../core/prepare/recipe";
import { readTable } from "../io/read/read-table";
import { createCheckpoint } from "./yield-to-events";
import type { CallTools } from "./calls/host";
import type { ImageSet } from "./images/image-set";
import type { DatasetCard, Phase, Source } from "./protocol";

/** A table as the worker holds it. */
export interface Table {
  readonly id: string;
  readonly dataset: Dataset;
  readonly profiles: readonly ColumnProfile[];
  /** Of what was opened as images. */
  readonly images: ImageSet | null;
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
    /** Keeps a table that was read elsewhere. */
    keep(table: Table): void {
      tables.set(table.id, table);
    },
    close(id: string): void {
      tables.delete(id);
    },
    /** Reads, profiles and keeps a table. The id depends on the bytes and the plan alone. */
    async open(source: Source, plan: ReadPlan, tools: CallTools): Promise<DatasetCard> {
      let phase: Phase = "read";
      // Reading tells rows and bytes itself: a checkpoint that knows neither must not speak in between.
      const progress: CallTools["progress"] = (known) => {
        if (phase !== "read") tools.progress(known);
      };
      const checkpoint = createCheckpoint({ ...tools, progress }, () => phase);
      const { dataset, report, kindWhy, content } = await readTable(source, plan, {
        onProgress: ({ rows, bytes, totalBytes }) =>
          tools.progress({ phase, done: totalBytes > 0 ? bytes / totalBytes : null, rows, bytes, totalBytes }),
        checkpoint: () => checkpoint(null),
      });
      phase = "profile";
      const duplicates = duplicateColumns(dataset.columns);
      const profiles = warnOfDuplicates(await profilesOf(dataset.columns, checkpoint), dataset.columns, duplicates);
      const roles = guessRoles(dataset.columns, profiles, duplicates);
      const guess = guessRowKind(
        dataset.columns,
        profiles,
        roles.map(({ role }) => role),
      );
      const id = `${content}-${hashOf(JSON.stringify(plan))}`;
      const table: Table = { id, dataset, profiles, images: null };
      tables.set(id, table);
      const recipe = defaultRecipe(
        dataset.columns,
        profiles,
        roles.map(({ role }) => role),
      );
      return cardOf(table, {
        kindWhy,
        roles,
        recipe: { ...recipe, rowKind: guess.rowKind },
        rowKindWhy: guess.why,
        ...(guess.otherTime === undefined ? {} : { otherTime: guess.otherTime }),
        report,
        images: null,
      });
    },
  };
}

/** All that the page gets to know of a table. */
export function cardOf({ id, dataset, profiles }: Table, { kindWhy, roles, ...told }: TableTold): DatasetCard {
  return {
    id,
    name: dataset.name,
    rowCount: dataset.rowCount,
    // A copy: what is sent is emptied here.
    sourceRows: dataset.sourceRows?.slice() ?? null,
    columns: dataset.columns.map(({ name, kind }, position) => ({
      name,
      kind,
      kindWhy: kindWhy[position]!, // one of each per column
      role: roles[position]!.role,
      roleWhy: roles[position]!.why,
      profile: profiles[position]!,
    })),
    ...told,
  };
}

interface TableTold extends Pick<DatasetCard, "recipe" | "rowKindWhy" | "otherTime" | "report" | "images"> {
  readonly kindWhy: readonly Note[];
  readonly roles: readonly { readonly role: Role; readonly why: Note }[];
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
