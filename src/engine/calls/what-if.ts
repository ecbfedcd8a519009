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

export interface WhatIfCalls {
  /** What the row would score with other cells; null where that cannot be said. */
  whatIf: Call<WhatIfRequest, WhatIf | null>;
}
