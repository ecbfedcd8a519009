import { cpuUsage, memoryUsage } from "node:process";
import { createInlineEngine } from "../../src/engine/inline";
import type { DatasetCard, Engine } from "../../src/engine/protocol";
import { planFor, requestFor } from "../../src/testing/open-table";

/** What one thing took of a table of so many rows and columns. */
export interface Taken {
  readonly what: string;
  readonly rows: number;
  readonly columns: number;
  /** Processor seconds: what others do on the machine counts little. */
  readonly seconds: number;
  /** Most bytes of numbers that were held at a moment beyond those before. */
  readonly bytes: number;
  /** Codes of what was told of it, such as that a sample was taken. */
  readonly told: readonly string[];
}

/** Opens a table by the engine, without a browser, and runs those of the detectors on it that `wanted` picks. */
export async function timeTable(
  file: Blob,
  columns: number,
  wanted: (detector: string) => boolean,
  detectors: readonly string[],
  heard: (taken: Taken) => void,
): Promise<void> {
  const engine = createInlineEngine();
  const source = { name: "growth.csv", files: [{ path: "growth.csv", blob: file }] };
  const plan = await planFor(engine, source);
  const opened = await timed((watch) => engine.start("open", { source, plan }, watch).result);
  const card = opened.result;
  heard({ what: "opening", rows: card.rowCount, columns, ...opened.cost, told: [] });
  for (const detector of detectors.filter(wanted)) {
    const taken = await timeDetector(engine, card, detector).catch(() => null);
    if (taken) heard({ what: detector, rows: card.rowCount, columns, ...taken });
  }
  await engine.ask("close", { dataset: card.id });
}

async function timeDetector(engine: Engine, card: DatasetCard, detector: string) {
  const request = requestFor(card, detector);
  const { result, cost } = await timed((watch) => engine.start("run", request, watch).result);
  await engine.ask("forget", { run: result.key });
  return { ...cost, told: result.notes.map(({ code }) => code) };
}

async function timed<T>(work: (watch: () => void) => Promise<T>) {
  const before = held();
  const start = processorSeconds();
  let most = before;
  const result = await work(() => (most = Math.max(most, held())));
  most = Math.max(most, held());
  return { result, cost: { seconds: processorSeconds() - start, bytes: most - before } };
}

function processorSeconds(): number {
  return cpuUsage().user / 1e6;
}

function held(): number {
  return memoryUsage().arrayBuffers;
}
