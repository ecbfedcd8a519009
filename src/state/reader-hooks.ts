import type { Look, OpenedWork, RunResult, Source } from "../engine/protocol";
import type { Brought } from "./brought";
import type { SessionSettings } from "./settings-offer";

/** How a table came on screen. */
interface Opening {
  readonly newFile: boolean;
  readonly sameTable: boolean;
  /** The work that it was kept as, with its results; null of what was read. */
  readonly kept: KeptOpening | null;
}

export interface KeptOpening {
  readonly as: KeptPlace;
  readonly sample: string | null;
  readonly results: readonly RunResult[];
}

/** The place of kept work, which is this page's until it is let go; the id is null where another page has it. */
export interface KeptPlace {
  readonly id: string | null;
  release(): void;
}

/** What follows from what the reader of files did. */
export interface ReaderHooks {
  /** What was kept from an earlier visit to this file. */
  recall(source: Source): Brought | null;
  /** A table was opened and stands in the store; the same one as before when only the worker is new. */
  opened(source: Source, is: Opening): void;
  /** Work that was kept, with what was chosen since it was written. */
  newest(id: string, work: OpenedWork): Promise<OpenedWork>;
  /** A session came without its data: what was chosen is offered for them. */
  offered(settings: SessionSettings): void;
  /** What was dropped are no rows, but times that are known to be strange. */
  labelled(name: string, entries: Extract<Look, { is: "labelled-windows" }>["entries"]): void;
}
