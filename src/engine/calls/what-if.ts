/** Types only: what a row would score if it were another. */
import type { Cell } from "../../core/data/column";
import type { Call } from "./call";

export interface WhatIfRequest {
  readonly run: string;
  readonly row: number;
  /** Cells that are something else than the file says, by position of their column; null is missing. */
  readonly cells: readonly { readonly column: number; readonly cell: Cell }[];
}

/** What a row scores, and what it would score with other cells. */
export interface WhatIf {
  readonly before: number;
  /** NaN where it would not be scored. */
  readonly after: number;
}

/** What would take a row under a threshold. */
export interface OrdinaryRequest {
  readonly run: string;
  readonly row: number;
  readonly threshold: number;
}

/**
 * The fewest changed cells that take the row under the threshold, and what it then scores; "none": no change that was tried
 * does; "cannot": marks or rules made the ranking, too; "long": each change would take too long to score.
 */
export type WouldBeOrdinary =
  | {
      readonly kind: "change";
      readonly cells: WhatIfRequest["cells"];
      readonly after: number;
      readonly neighbours: number;
    }
  | { readonly kind: "none"; readonly columns: number; readonly neighbours: number }
  | { readonly kind: "cannot" | "long" };

export interface WhatIfCalls {
  /** The smallest change to values of its ordinary neighbours that would take a flagged row under the threshold. */
  wouldBeOrdinary: Call<OrdinaryRequest, WouldBeOrdinary>;
  /** What the row would score with other cells; null where that cannot be said. */
  whatIf: Call<WhatIfRequest, WhatIf | null>;
}
