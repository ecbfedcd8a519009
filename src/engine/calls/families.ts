/** Types only: flagged rows by what is strange about them. */
import type { ReasonFamily } from "../../core/families/reason-families";
import type { Call } from "./call";
import type { RunThreshold } from "./comparison";

export interface Families {
  readonly families: readonly ReasonFamily[];
  /** How many of the flagged rows were looked at: the strangest. */
  readonly looked: number;
  readonly flagged: number;
}

export interface FamilyCalls {
  families: Call<RunThreshold, Families>;
}
