import type { ColumnKind } from "../data/column";
import type { Note } from "../data/note";
import type { MadeColumn } from "../data/read-plan";
import type { ColumnProfile } from "../data/profile";
import type { Role } from "../prepare/recipe";

/** What one click does about a remark, to the columns that it speaks of. */
export type Remedy =
  | { readonly does: "read-as"; readonly kind: ColumnKind }
  /** The number means "no value" there. */
  | { readonly does: "no-value"; readonly value: number }
  /** A date and a time of day are one time, or are two columns. */
  | { readonly does: "join" | "keep-apart" }
  /** A column is made of it, or the one that was made goes again. */
  | { readonly does: "make" | "unmake"; readonly made: MadeColumn }
  /** Detectors see the columns, or see them no longer. */
  | { readonly does: "use" | "leave-out" };

/** What was done with columns that a person may not have meant, why, and what can be done about it. */
export interface Remark {
  /** Positions; several where the same holds for all of them. */
  readonly columns: readonly number[];
  readonly why: Note;
  readonly remedies: readonly Remedy[];
}

/** What is known of a column. */
export interface ColumnFacts {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly kindWhy: Note;
  readonly role: Role;
  readonly roleWhy: Note;
  readonly profile: ColumnProfile;
}
