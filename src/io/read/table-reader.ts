import type { ColumnKind } from "../../core/data/column";
import type { Dataset } from "../../core/data/dataset";
import type { Note } from "../../core/data/note";
import type { GuessOf, PlanOf } from "../../core/data/read-plan";
import type { Look } from "../../core/images/square";
import type { Role } from "../../core/prepare/recipe";
import type { RowKind } from "../../core/kinds/row-kind";
import type { SizeEstimate } from "../../core/data/size-estimate";
import type { ListedImage } from "../images/list-images";
import type { SeenFile } from "./glance";
import type { Source } from "./source";

/**
 * One format of tables. A reader says by content which files are of its format, tells what reading them would take, and
 * reads them into typed columns. What it promises is checked by `testing/reader-checks.ts` for every reader; readers
 * stand in `readers.ts`.
 */
export interface TableReader<Format extends string, Settings, Report> {
  readonly format: Format;
  /**
   * Positions of the files that belong together as one table of this format; null where none does. The first bytes
   * decide; what a name ends with is a hint that saves looking into thousands of files, or chooses among them.
   */
  accepts(files: readonly SeenFile[]): Promise<readonly number[] | null>;
  /**
   * Looks at the beginning of the files and says how they would be read, and what that would take. `fixed`: settings that a
   * person chose; the others are guessed to fit them. Throws Failure where they cannot be read at all.
   */
  inspect(source: Source, fixed: Partial<Settings>, memoryBudget?: number): Promise<InspectionOf<Format, Settings>>;
  /** Reads all of it. Throws Failure, and what `watch.checkpoint` rejects with. */
  read(source: Source, plan: PlanOf<Format, Settings>, watch: ReadWatch): Promise<ReadTableOf<Report>>;
  /**
   * Begins to go through the cells once more, as they are written in the source: the rows and columns of `read`, in its
   * order. Absent where the format has no text of its own. Throws what `read` throws.
   */
  cells?(source: Source, plan: PlanOf<Format, Settings>, watch: ReadWatch): Promise<SourceCells>;
}

/** The cells of a source as they are written in it, gone through from the first to the last. */
export interface SourceCells {
  /** Of the columns, as they are written. */
  readonly names: readonly string[];
  /** Whether all cells stand in quotes there. */
  readonly isQuoted?: boolean;
  readonly pieces: AsyncIterable<CellsPiece>;
  /** At the end of the pieces: a hash of the bytes, as `ReadTableOf.content`. */
  content(): string;
}

/** Some rows on their way; valid until the next piece is asked for. */
export interface CellsPiece {
  readonly rows: number;
  /** The text of a column in one of these rows; empty where the row ends before it. */
  text(row: number, column: number): string;
}

/** What a look at the beginning of a source tells. */
export interface InspectionOf<Format extends string, Settings> {
  readonly format: Format;
  /** How it would be read: as guessed, and as a person fixed it. */
  readonly plan: PlanOf<Format, Settings>;
  readonly guesses: readonly GuessOf<Settings>[];
  /** The first rows as text, at most 20; none where the format has no text to show. */
  readonly preview: {
    readonly names: readonly string[];
    readonly rows: readonly (readonly string[])[];
    /** The first lines of the file as they are cut, for a person to say which of them hold the names. */
    readonly lines?: readonly (readonly string[])[];
  };
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind; readonly why: Note }[];
  readonly size: SizeEstimate;
}

/** Who follows the reading: told how far it is, and asked now and then whether to go on. */
export interface ReadWatch {
  /** Says how far the reading is. `decode`: all files were listed, and what is in them is looked at. */
  onProgress(progress: {
    readonly stage: "read" | "decode";
    /** 0 to 1; null when unknown. */
    readonly done: number | null;
    readonly rows: number;
    readonly bytes?: number;
    readonly totalBytes?: number;
  }): void;
  /** Lets the thread answer other questions; rejects to stop the reading. */
  checkpoint(): Promise<void>;
}

/** A table as it was read. */
export interface ReadTableOf<Report> {
  readonly dataset: Dataset;
  /** A hash of the bytes that were read, taken while reading them: two tables of equal content have the same. */
  readonly content: string;
  /** Why each column is of its kind. */
  readonly kindWhy: readonly Note[];
  /** By column: the unit that its numbers are in, as the file tells it; empty or absent: it tells none. */
  readonly units?: readonly string[];
  /** What happened on the way. */
  readonly report: Report;
  /** What the format knows of the table beside its cells; absent: it is guessed from them. */
  readonly known?: KnownOfTable;
  /** What the format knows of some of it; the rest is guessed. */
  readonly hints?: TableHints;
  /** Where the rows are images: the files, and squares that were decoded already. */
  readonly images?: ReadImages;
}

export interface KnownOfTable {
  /** One per column. */
  readonly roles: readonly { readonly role: Role; readonly why: Note }[];
  readonly rowKind: RowKind;
  readonly rowKindWhy: Note;
}

export interface TableHints {
  /** By position of the column. */
  readonly roles: ReadonlyMap<number, { readonly role: Role; readonly why: Note }>;
  readonly rowKind: { readonly rowKind: RowKind; readonly why: Note } | null;
}

/** Images by row of the table. */
export interface ReadImages {
  readonly files: readonly ListedImage[];
  /** By row. */
  readonly masks: ReadonlyMap<number, Blob>;
  /** How `squares` look. */
  readonly look: Look;
  readonly squares: Uint8Array;
}
