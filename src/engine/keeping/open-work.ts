import { Failure } from "../../core/data/failure";
import { detectorById } from "../../detectors/registry";
import type { WorkDocument, WorkPart } from "../../io/keep/work-document";
import type { CallTools } from "../calls/host";
import type { Parts } from "../parts";
import type { OpenedWork, RunResult, Source } from "../protocol";
import { readingIn, runIn, tableIn } from "./checked-table";

/** Work that is kept, wherever it lies. */
export interface KeptWork {
  readonly work: WorkDocument;
  /** Null where the part is gone, cut off or damaged. */
  read(part: WorkPart): Promise<Blob | null>;
}

/**
 * Opens work that was kept: the table as it was read, with its runs. What is not there, or damaged, is left out and told: a
 * table without its columns is read from its source once more, and runs are made again.
 */
export async function openWork(
  { work, read }: KeptWork,
  { tables, runs }: Parts,
  tools: CallTools,
): Promise<OpenedWork> {
  const { name, savedAt, sample, project } = work;
  const blobOf = (part: WorkPart | undefined) => (part ? read(part) : Promise.resolve(null));
  const partOf = (kind: string, called?: string) =>
    work.parts.find((part) => part.kind === kind && (called === undefined || part.name === called));
  const source = await sourceIn(work, await blobOf(partOf("source")), partOf("source"));
  const readingPart = partOf("reading");
  const reading = await readingIn(await blobOf(readingPart));
  const table = await tableIn(await blobOf(partOf("table", readingPart?.name)));
  const lostBefore = {
    source: partOf("source") !== undefined && !source,
    table: partOf("table") !== undefined && !table,
  };
  const told = { name, savedAt, sample, project, source };
  if (!reading || !readingPart || (!table && !source)) {
    if (!source) throw new Failure({ code: "no-work" });
    return { ...told, table: null, lost: { ...lostBefore, runs: work.parts.filter(isRun).length } };
  }
  const { plan, inspection, content } = reading;
  const origin = { source: source ?? { name, files: [] }, plan, content };
  const card = table
    ? tables.hold({ id: readingPart.name, ...table, origin, images: null })
    : await tables.open(origin.source, plan, tools);
  const results: RunResult[] = [];
  for (const part of work.parts.filter(isRun)) {
    const run = await runIn(await blobOf(part), card.id, card.rowCount);
    const detector = run && detectorById(run.request.detector);
    if (run && detector) results.push(runs.hold({ kind: "fitted", ...run, table: tables.get(card.id), detector }));
  }
  const lost = { ...lostBefore, runs: work.parts.filter(isRun).length - results.length };
  return { ...told, table: { card, plan, inspection, results }, lost };
}

function isRun({ kind }: WorkPart): boolean {
  return kind === "run";
}

async function sourceIn({ name }: WorkDocument, blob: Blob | null, part: WorkPart | undefined): Promise<Source | null> {
  if (!blob || !part) return null;
  let at = 0;
  const files = part.files.map(({ path, bytes, type, modified }) => {
    const bytesOfFile = blob.slice(at, (at += bytes), type);
    const called = path.slice(path.lastIndexOf("/") + 1);
    return {
      path,
      blob: modified === null ? bytesOfFile : new File([bytesOfFile], called, { type, lastModified: modified }),
    };
  });
  return at === blob.size ? { name, files } : null;
}
