import type { LabelledEntry } from "../core/series/labelled-windows";
import type { ColumnFilter, ViewRequest } from "../engine/protocol";
import type { MarkFilter } from "./marked-rows";

/** The screens of the workspace, in the order of the work. */
export const screens = ["data", "prepare", "explore", "compare", "export"] as const;
export type Screen = (typeof screens)[number];

/** What was answered to the offer of a group: nothing of it is wanted, or it was taken while these rows were flagged. */
export type GroupAnswer =
  | { readonly said: "no" }
  | {
      readonly said: "yes";
      readonly column: number;
      /** Id of the instance on screen, the key of its run, and its flagged rows. */
      readonly shown: string;
      readonly run: string;
      readonly flagged: Uint32Array;
    };

/** What is hovered, selected, sorted: never saved, never undone. */
export interface ViewState {
  readonly screen: Screen;
  readonly hoveredRow: number | null;
  readonly selectedRow: number | null;
  /** The row that the page selected by itself, so that something is explained: until a person selects one. */
  readonly unaskedRow: number | null;
  /** The row that was marked last, before the next one came; null once a person goes elsewhere. */
  readonly justMarked: number | null;
  /** The row whose note is being written, and the one to go back to; null: none is. */
  readonly noting: { readonly row: number; readonly back: number } | null;
  /** Rows boxed in a chart, or shown by a check or a family of reasons. */
  readonly boxed: Uint32Array | null;
  /** Rows that are picked beside the selected one, to be copied or shown alone. */
  readonly picked: ReadonlySet<number>;
  /** Rows that next and previous go through, in this order; null: the flagged ones. */
  readonly stops: Uint32Array | null;
  /** A file of labelled windows none of whose entries is named like the table: a person chooses one. */
  readonly unmatched: { readonly name: string; readonly entries: readonly LabelledEntry[] } | null;
  readonly tableRows: "flagged" | "all";
  readonly sort: ViewRequest["sort"];
  readonly filters: readonly ColumnFilter[];
  /** Only rows that were marked so, or not at all; null: whatever they are. */
  readonly markFilter: MarkFilter | null;
  /** Only rows that this instance of a detector flags, or none of them; null: whatever it says. */
  readonly flaggedBy: { readonly id: string; readonly stay: boolean } | null;
  readonly search: string;
  /** Id of the detector that is tried on toys; null: none is. */
  readonly toy: string | null;
  /** Null: nothing yet. */
  readonly groupAnswer: GroupAnswer | null;
}

/** Nothing leaves rows out of the table. */
export const NOT_NARROWED = {
  boxed: null,
  filters: [],
  markFilter: null,
  flaggedBy: null,
  search: "",
} as const satisfies Partial<ViewState>;

export const initialViewState: ViewState = {
  screen: "explore",
  hoveredRow: null,
  selectedRow: null,
  unaskedRow: null,
  justMarked: null,
  noting: null,
  boxed: null,
  picked: new Set(),
  flaggedBy: null,
  stops: null,
  unmatched: null,
  tableRows: "flagged",
  sort: { by: "score", descending: true },
  filters: [],
  markFilter: null,
  search: "",
  toy: null,
  groupAnswer: null,
};

/** Whether the selected row is still the one that the page selected by itself: nobody chose it, marks it or writes of it. */
export function isUnasked({ selectedRow, unaskedRow, picked, noting }: ViewState): boolean {
  return selectedRow !== null && selectedRow === unaskedRow && picked.size === 0 && noting === null;
}
