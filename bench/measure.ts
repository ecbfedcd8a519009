/** Types only: what a benchmark is given and what it answers. */
import type { Browser } from "playwright";
import type { openMillion } from "./million-page.mjs";

interface Site {
  readonly url: string;
}

/** Settings of a run, and what the benchmarks share: each made at its first use, closed at the end. */
export interface Tools {
  readonly root: string;
  /** How often what is timed is repeated. */
  readonly runs: number;
  /** A folder of tables with labels. */
  readonly tables: string | null;
  /** A file with the scores of other programs on those tables. */
  readonly reference: string | null;
  browser(): Promise<Browser>;
  /** The production build. */
  app(): Promise<Site>;
  /** The engine without the screens. */
  benchSite(): Promise<Site>;
  million(): ReturnType<typeof openMillion>;
}

/** One line of the report. */
export interface Row {
  readonly name: string;
  /** Null: not measured, the note says why. */
  readonly value: number | null;
  readonly unit: string;
  /** Empty: a figure without a bar. */
  readonly bar: string;
  readonly met: boolean | null;
  readonly spread: string;
  readonly note: string;
  /**
   * Of `determinism`, in the JSON alone: SHA-256 by kind of the rows and detector, of the scores as "series/knn", of the
   * reasons as "series/knn reasons", and so on.
   */
  readonly fingerprints?: Readonly<Record<string, string>>;
}

export interface Measure {
  readonly name: string;
  run(tools: Tools): Promise<readonly Row[]>;
}
