/** Types only: what is asked of tables as they were read. */
import type { Cell, ColumnKind } from "../../core/data/column";
import type { Dialect, ReadPlan, ReadReport, Sniff } from "../../core/data/dialect";
import type { Note } from "../../core/data/note";
import type { ColumnProfile } from "../../core/data/profile";
import type { Recipe, Role } from "../../core/prepare/recipe";
import type { Call, HeavyCall } from "./call";
import type { ImagesCard } from "./image-cards";

/** A file as the page holds it; pasted text is wrapped in a Blob. */
export interface Source {
  readonly name: string;
  readonly blob: Blob;
}

export interface ColumnCard {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly kindWhy: Note;
  /** The guessed role and its reason; what the person chose lives in the recipe. */
  readonly role: Role;
  readonly roleWhy: Note;
  readonly profile: ColumnProfile;
}

/** All that the main thread knows of a table: no rows. */
export interface DatasetCard {
  readonly id: string;
  readonly name: string;
  readonly rowCount: number;
  /** See Dataset.sourceRows. */
  readonly sourceRows: Uint32Array | null;
  readonly columns: readonly ColumnCard[];
  /** Guessed roles, the guessed kind of row and defaults, as a recipe to start from. */
  readonly recipe: Recipe;
  /** Why the rows seem to be what the recipe says of them. */
  readonly rowKindWhy: Note;
  /** Of a series: another column that could be its time as well. */
  readonly otherTime?: number;
  /** How the text was read; null where images were opened. */
  readonly report: ReadReport | null;
  /** Of what was opened as images; null: a table. */
  readonly images: ImagesCard | null;
}

/** Cells of rows, by row and column. */
export interface PageRequest {
  readonly dataset: string;
  readonly rows: Uint32Array;
}

export interface TableCalls {
  /** What the first lines of a file tell; what is `fixed` is not guessed. */
  sniff: Call<{ readonly source: Source; readonly fixed?: Partial<Dialect> }, Sniff>;
  open: HeavyCall<{ readonly source: Source; readonly plan: ReadPlan }, DatasetCard>;
  /** Frees a table and everything computed from it. */
  close: Call<{ readonly dataset: string }, void>;
  page: Call<PageRequest, readonly (readonly Cell[])[]>;
}
