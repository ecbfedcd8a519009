/** Types only: flagged rows by what is strange about them. */
import type { ColumnFilter } from "../../core/data/column-filter";
import type { ReasonFamily } from "../../core/families/reason-families";
import type { Call } from "./call";
import type { RunThreshold } from "./comparison";

/** A family, and what all rows of its kind have in common. */
export interface RuledFamily extends ReasonFamily {
  readonly filters: readonly ColumnFilter[];
}

export interface Families {
  readonly families: readonly RuledFamily[];
  /** How many of the flagged rows were looked at: the strangest. */
  readonly looked: number;
  readonly flagged: number;
}

export interface FamilyCalls {
  families: Call<RunThreshold, Families>;
}
