/** Types only: what is asked of tables as they were read. */
import type { Cell, ColumnKind } from "../../core/data/column";
import type { TimeParts } from "../../core/data/join-times";
import type { TimeZone } from "../../core/data/time-zone";
import type { Note } from "../../core/data/note";
import type { ColumnProfile } from "../../core/data/profile";
import type { OfferedGroup } from "../../core/prepare/offered-group";
import type { SeriesTraits } from "../../core/series/series-traits";
import type { Recipe, Role } from "../../core/prepare/recipe";
import type { Look } from "../../io/read/look-at";
import type { Inspection, ReadAs, ReadPlan } from "../../io/read/readers";
import type { Source } from "../../io/read/source";
import type { Call, HeavyCall } from "./call";

export type { OfferedGroup };
export type { Inspection, Look, ReadAs, ReadPlan, Source };

/** What a look at a text of delimited cells tells. */
export type DelimitedInspection = Extract<Inspection, { readonly format: "delimited" }>;

/** What can be set of how files are read, of whatever format. */
export type SettingField = SettingGuess["field"];
/** A guess of how files are read that can be told and corrected; of images there is none. */
export type SettingGuess = Exclude<Inspection, { readonly format: "images" }>["guesses"][number];

/** Settings of a format that a person chose; the others are guessed to fit them. */
export type FixedSettings = Partial<ReadPlan["settings"]>;

export interface ColumnCard {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly kindWhy: Note;
  /** The guessed role and its reason; what the person chose lives in the recipe. */
  readonly role: Role;
  readonly roleWhy: Note;
  readonly profile: ColumnProfile;
  /** Of a time column, where it is known. */
  readonly zone?: TimeZone;
  /** Of its numbers, where the file tells one. */
  readonly unit?: string;
}

export interface JoinedTime extends TimeParts {
  readonly isJoined: boolean;
  /** Rows with one of the two only, so that their joined time is missing. */
  readonly halves: number;
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
  /** Of what seems to be series: what they are like. */
  readonly series?: SeriesTraits;
  /** Of a series: another column that could be its time as well. */
  readonly otherTime?: number;
  /** Dates beside times of day, and whether they are read as one time. */
  readonly joinable: readonly JoinedTime[];
  /** What happened while it was read, by format. */
  readonly read: ReadAs;
}

/** Cells of rows, by row and column. */
export interface PageRequest {
  readonly dataset: string;
  readonly rows: Uint32Array;
}

export interface GroupRequest {
  readonly dataset: string;
  /** Positions of the columns that count. */
  readonly among: readonly number[];
}

export interface TableCalls {
  /**
   * What the files are and how they would be read, by what is in them; settings that are `fixed` are not guessed; of an archive,
   * the file `entry`, or the largest one. Rejects
   * with "not-text" or "no-table" where none of them can be read.
   */
  inspect: Call<{ readonly source: Source; readonly fixed?: FixedSettings; readonly entry?: string }, Look>;
  open: HeavyCall<{ readonly source: Source; readonly plan: ReadPlan }, DatasetCard>;
  /** Frees a table and everything computed from it. */
  close: Call<{ readonly dataset: string }, void>;
  /** A category within whose values numbers are better compared; null where there is none. */
  offeredGroup: Call<GroupRequest, OfferedGroup | null>;
  page: Call<PageRequest, readonly (readonly Cell[])[]>;
}
