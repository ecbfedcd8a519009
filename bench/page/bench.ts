import type { RowKindName } from "../../src/core/kinds/row-kind";
import { thresholdValueOf } from "../../src/core/score/threshold";
import type { Engine, ExportRequest, Job, RunResult } from "../../src/engine/protocol";
import { fetchCatalogue } from "../../src/state/catalogue";
import { exportWords, requestFor } from "../../src/testing/open-table";
import { learnedPart } from "./learned-part";
import { outcomeOf, type Outcome } from "./outcome";
import { digestOf, fingerprintsOf, type Fingerprints } from "./fingerprint";
import { runSubject, type EvaluatedRun, type SubjectOrder } from "./run-subject";
import { subjectsFor } from "./subjects";
import { openImages } from "./open-images";
import { openTable, type OpenTable } from "./table";
import { timeCancels, type CancelTime } from "./time-cancels";
import { withinTime } from "./within-time";

export interface TableFacts {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Rows whose label says anomaly; null without a label column. */
  readonly anomalies: number | null;
}

export interface Order extends SubjectOrder {
  readonly limitSeconds: number;
  /** Only what is ordinary is learned from, and what was not learned is evaluated. */
  readonly isTaught?: boolean;
}

/** What the benchmarks ask of this page, all of it through the engine that the real page uses. */
export interface Bench {
  /** Ids of all that can be run on the open table. */
  subjects(): readonly string[];
  /** Opens the file, or the folder of images, that was put into the page's input; `limitSeconds` is for reading it. */
  open(limitSeconds: number, kind: RowKindName): Promise<TableFacts>;
  /** Runs a detector on that table. Never rejects: what went wrong is the outcome's status. */
  run(order: Order): Promise<Outcome>;
  /** As run, and nothing but the SHA-256 of what comes of it. Rejects where run tells a status. */
  fingerprints(order: Order): Promise<Fingerprints>;
  /** Runs detectors with their defaults all at once in so many threads: how long until all are there, and what they scored. */
  together(detectors: readonly string[], threads: number): Promise<TogetherTime>;
  /** How long it takes until what is under way on that table has ended once it is cancelled, at one moment after another. */
  cancels(order: CancelOrder): Promise<CancelTime[]>;
}

/** Milliseconds, and the SHA-256 of the scores of each. */
export interface TogetherTime {
  readonly ms: number;
  readonly scores: readonly string[];
}

/** What is cancelled: reading the file, a detector with its defaults, or the export of all rows by a detector. */
export interface CancelOrder {
  readonly what: "open" | "run" | "export";
  readonly detector: string;
  /** Milliseconds from its beginning. */
  readonly moments: readonly number[];
}

const PATIENCE_SECONDS = 300;

/** The page's side of the benchmarks, over an engine of its own. */
export function createBench(engine: Engine): Bench {
  let table: OpenTable | null = null;
  let kind: RowKindName = "rows";
  // After a restart the worker has forgotten its tables.
  engine.onRestart(() => (table = null));

  async function current(limitSeconds: number): Promise<OpenTable> {
    table ??= await withinTime(opened(kind), limitSeconds);
    return table;
  }

  function opened(as: RowKindName): Job<OpenTable> {
    return as === "images" ? openImages(engine, chosenFolder()) : openTable(engine, chosenFile(), as);
  }

  async function resultOf(order: Order, lookAt?: (result: RunResult) => Promise<void>): Promise<EvaluatedRun> {
    const { card } = partFor(await current(order.limitSeconds), order);
    return withinTime(runSubject(engine, card, order, lookAt), order.limitSeconds);
  }

  return {
    subjects: () => subjectsFor(kind).map(({ id }) => id),
    async open(limitSeconds, as) {
      kind = as;
      await fetchCatalogue();
      if (table) await engine.ask("close", { dataset: table.card.id });
      table = null;
      const { card, labels } = await current(limitSeconds);
      return {
        name: card.name,
        rows: card.rowCount,
        columns: card.recipe.columns.filter(({ role }) => role === "feature").length,
        anomalies: labels && labels.reduce((sum, label) => sum + label, 0),
      };
    },
    run: (order) =>
      outcomeOf(
        () => resultOf(order),
        () => table && partFor(table, order),
      ),
    async fingerprints(order) {
      const found: Fingerprints[] = [];
      await resultOf(order, async (result) => {
        found.push(await fingerprintsOf(engine, result));
      });
      const [fingerprints] = found;
      if (!fingerprints) throw new Error("nothing was looked at");
      return fingerprints;
    },
    async together(detectors, threads) {
      const { card } = await current(PATIENCE_SECONDS);
      await engine.ask("useThreads", { threads });
      const start = performance.now();
      const results = await Promise.all(
        detectors.map((id) => engine.start("run", requestFor(card, id), () => undefined).result),
      );
      const ms = performance.now() - start;
      const scores = await Promise.all(results.map((result) => digestOf(new Uint8Array(result.scores.buffer))));
      for (const { key } of results) await engine.ask("forget", { run: key });
      return { ms, scores };
    },
    async cancels({ what, detector, moments }) {
      const { card } = await current(PATIENCE_SECONDS);
      switch (what) {
        case "open":
          return timeCancels(() => opened(kind), moments);
        case "run":
          return timeCancels(() => runSubject(engine, card, { detector, params: {}, seed: 1 }), moments);
        case "export": {
          const run = await engine.start("run", requestFor(card, detector), () => undefined).result;
          const request = exportOf(card.id, run);
          return timeCancels((onProgress) => engine.start("exportRows", request, onProgress), moments);
        }
        default:
          return what satisfies never;
      }
    },
  };
}

function partFor(table: OpenTable, { isTaught = false, seed }: Order): OpenTable {
  return isTaught ? learnedPart(table, seed) : table;
}

/** All rows, with the reasons of the flagged ones. */
function exportOf(dataset: string, { key, sorted, suggestions }: RunResult): ExportRequest {
  return {
    dataset,
    run: key,
    threshold: thresholdValueOf(sorted, { kind: "suggested" }, suggestions),
    rows: "all",
    format: { separator: ",", quote: '"', decimal: ".", bom: false, guard: true },
    words: exportWords,
    cells: "as-written",
  };
}

function chosenFile(): File {
  const [file] = filesOf("#file");
  if (!file) throw new Error("no file was put into the page");
  return file;
}

function chosenFolder(): readonly File[] {
  const files = filesOf("#folder");
  if (files.length === 0) throw new Error("no folder was put into the page");
  return files;
}

function filesOf(input: string): readonly File[] {
  return [...(document.querySelector<HTMLInputElement>(input)?.files ?? [])];
}
