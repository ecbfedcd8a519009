import { createContext, useContext, type ReactNode } from "react";
import type { RowExplanation } from "../core/explain/explanation";
import type { RowKind } from "../core/kinds/row-kind";
import type { ExportRequest, RunResult } from "../engine/protocol";
import { useAnyRowKind } from "./kinds/use-row-kind";

/** A component that takes what it is given, or less. */
type Part<P = object> = (props: P) => ReactNode;

/** What the screens do differently for one kind of row: the same members for every kind. */
export interface KindScreens {
  /** Explore: the charts above the table; null where `Table` has them. */
  readonly Charts: Part | null;
  /** Explore: what is flagged, row by row. */
  readonly Table: Part;
  /** Explore: whether the distribution of scores makes room for them until it is asked for. */
  readonly foldsThreshold: boolean;
  /** Explore, on wide screens: whether the strangest row is explained before one is chosen. */
  readonly explainsFirst: boolean;
  /** The inspector: what is said of a row below the sentence that gives its reasons. */
  readonly Reasons: Part<ReasonsProps>;
  /** The inspector: what is shown of a row in place of all reasons, and stays from row to row; null: the reasons. */
  readonly Instead: Part<{ readonly row: number }> | null;
  /** Whether how a run agrees with labels is also counted by stretches, and by labelled windows. */
  readonly hasStretches: boolean;
  /** How a run agrees with more than labels. */
  readonly Agreement: Part<{ readonly run: string }> | null;
  /** Beside how the rows are read, in one click. */
  readonly ReadTools: Part | null;
  /** Prepare: beside the choice of the kind, and below it. */
  readonly KindTools: Part | null;
  readonly KindSettings: Part | null;
  /** Prepare: in place of the settings of columns; null: those. */
  readonly Prepare: Part | null;
  /** Data: what was opened, where it was no text that was split into columns. */
  readonly Opened: Part | null;
  /** Export: what is written beside the table. */
  readonly Exports: Part<ExportsProps> | null;
}

export interface ReasonsProps {
  readonly row: number;
  readonly result: RunResult;
  readonly explanation: RowExplanation;
}

export interface ExportsProps {
  /** Of the table that goes with it. */
  readonly request: ExportRequest;
  readonly result: RunResult;
  /** Rows that the choice comes to. */
  readonly count: number;
  /** Of the file. */
  readonly name: string;
}

type ScreensOf = (rowKind: RowKind) => KindScreens;

const ScreensContext = createContext<ScreensOf | null>(null);

/** Gives the screens below it what each kind of row shows there. */
export function KindScreensProvider({ of, children }: { readonly of: ScreensOf; readonly children: ReactNode }) {
  return <ScreensContext value={of}>{children}</ScreensContext>;
}

/** What is shown of these rows; without any, of those that the present choices read. */
export function useKindScreens(rowKind?: RowKind): KindScreens {
  const present = useAnyRowKind();
  const of = useContext(ScreensContext);
  if (!of) throw new Error("no KindScreensProvider above this component");
  return of(rowKind ?? present);
}
