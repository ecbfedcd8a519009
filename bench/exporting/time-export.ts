import { cpuUsage } from "node:process";
import { thresholdValueOf } from "../../src/core/score/threshold";
import { createInlineEngine } from "../../src/engine/inline";
import type { Engine, ExportRequest, Progress } from "../../src/engine/protocol";
import { exportWords, planFor, requestFor } from "../../src/testing/open-table";

/** Where an export is cancelled: shares of its rows. */
const CANCELLED_AT = [0, 0.3, 0.9];
const SILENCE_SAMPLED_MS = 5;

export interface ExportTimes {
  readonly rows: number;
  readonly flagged: number;
  readonly bytes: number;
  /** Processor seconds of the export: what others do on the machine counts little. */
  readonly seconds: number;
  /** Longest time without an answer to others, in processor seconds. */
  readonly silence: number;
  /** Longest time from a cancel to its answer, in processor seconds. */
  readonly cancel: number;
}

/** Exports all rows of a file with the reasons of the flagged ones, by the engine itself, without a browser. */
export async function timeExport(file: Blob, name: string, detector: string): Promise<ExportTimes> {
  const engine = createInlineEngine();
  const source = { name, files: [{ path: name, blob: file }] };
  const card = await engine.start("open", { source, plan: await planFor(engine, source) }, () => undefined).result;
  const run = await engine.start("run", requestFor(card, detector), () => undefined).result;
  const threshold = thresholdValueOf(run.sorted, { kind: "suggested" }, run.suggestions);
  const request: ExportRequest = {
    dataset: card.id,
    run: run.key,
    threshold,
    rows: "all",
    format: { separator: ",", quote: '"', decimal: ".", bom: false, guard: true },
    words: exportWords,
    cells: "as-written",
  };
  const heard = listen();
  const before = processorSeconds();
  const { file: written } = await engine.start("exportRows", request, () => undefined).result;
  const seconds = processorSeconds() - before;
  const silence = heard.longest();
  const cancels: number[] = [];
  for (const rows of ["all", "flagged"] as const)
    for (const at of CANCELLED_AT) cancels.push(await timeCancel(engine, { ...request, rows }, at));
  return {
    rows: card.rowCount,
    flagged: run.sorted.filter((score) => score >= threshold).length,
    bytes: written.size,
    seconds,
    silence,
    cancel: Math.max(...cancels),
  };
}

/** Processor seconds from the cancel of an export to the end of it. */
async function timeCancel(engine: Engine, request: ExportRequest, at: number): Promise<number> {
  let asked = 0;
  const cancel = ({ done }: Progress) => {
    if (asked > 0 || (done ?? 0) < at) return;
    asked = processorSeconds();
    job.cancel();
  };
  const job = engine.start("exportRows", request, cancel);
  await job.result.catch(() => undefined);
  return asked === 0 ? 0 : processorSeconds() - asked;
}

/** How long others wait for their turn. */
function listen() {
  let last = processorSeconds();
  let most = 0;
  const timer = setInterval(() => {
    const now = processorSeconds();
    most = Math.max(most, now - last);
    last = now;
  }, SILENCE_SAMPLED_MS);
  return {
    longest() {
      clearInterval(timer);
      return most;
    },
  };
}

function processorSeconds(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1e6;
}
