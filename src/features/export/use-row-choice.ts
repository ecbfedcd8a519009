import { useState } from "react";
import type { RowsWanted } from "../../engine/protocol";
import { useSession } from "../../state/use-session";
import { isNarrowed as isNarrowedBy, useViewRows } from "../../state/use-view-rows";
import type { RowChoice } from "./row-choice";

export interface ChosenRows {
  readonly choice: RowChoice;
  readonly rows: RowsWanted;
  /** How many the table shows, where a filter, a search or a box leaves some out; else null. */
  readonly shown: number | null;
  choose(choice: RowChoice): void;
}

/** Which rows are exported: what the table shows, where a person narrowed it, else the flagged ones, until one says so. */
export function useRowChoice(): ChosenRows {
  const [chosen, choose] = useState<RowChoice | null>(null);
  const view = useViewRows();
  const isNarrowed = useSession(({ viewState }) => isNarrowedBy(viewState));
  const usual = isNarrowed ? "shown" : "flagged";
  const choice = chosen === "shown" && !isNarrowed ? usual : (chosen ?? usual);
  const rows = choice === "shown" ? view.rows : choice === "emptied" || choice === "expected" ? "all" : choice;
  return { choice, rows, shown: isNarrowed ? view.rows.length : null, choose };
}
