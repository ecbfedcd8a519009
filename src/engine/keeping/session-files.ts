import { Failure } from "../../core/data/failure";
import { failureInfoOf } from "../../core/data/failure-info";
import type { Pieces } from "../../io/keep/kept-files";
import { packed } from "../../io/keep/pack";
import { readSession } from "../../io/keep/read-session";
import { dataPath, MODEL_FOLDER, PART_FOLDER, type SessionEntry, sessionFile } from "../../io/keep/session-file";
import type { WorkDocument, WorkPart } from "../../io/keep/work-document";
import type { NewPart } from "../../io/keep/work-store";
import type { CallTools } from "../calls/host";
import type { OpenedSession, SessionFileRequest } from "../calls/keeping";
import { modelOf } from "../models";
import type { Parts } from "../parts";
import { quiet } from "../preparing";
import type { Table } from "../tables";
import { createCheckpoint } from "../yield-to-events";
import { openWork } from "./open-work";
import { outlineOf, partsOfWork } from "./parts-of-work";

/** Work as one file that opens anywhere: what was chosen, and with `withData` the file, the table and what was computed. */
export async function sessionFileOf(
  { savedAt, sample, project, dataset, inspection, runs, withData, model }: SessionFileRequest,
  parts: Parts,
  tools: CallTools,
): Promise<Blob> {
  const table = parts.tables.get(dataset);
  const checkpoint = createCheckpoint(tools, () => "write");
  const { parts: named, entries } = withData
    ? await packedParts(partsOfWork(table, parts.runs.among(runs), inspection), table, () => checkpoint(null))
    : { parts: [], entries: [] };
  const models = withData && model !== null ? [await modelEntry(parts, model, () => checkpoint(null))] : [];
  const outline = outlineOf(table);
  const work = { id: "session", savedAt, sample, ...outline, project: parsed(project), parts: named };
  return sessionFile(work, table.origin.content, [...entries, ...models], checkpoint);
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}

/** Parts as files of a session. What was opened lies in it under its own names, so that it can be taken out by anyone. */
async function packedParts(
  wanted: readonly NewPart[],
  { origin }: Table,
  pause: Pause,
): Promise<{ readonly parts: readonly WorkPart[]; readonly entries: readonly SessionEntry[] }> {
  const parts: WorkPart[] = [];
  const entries: SessionEntry[] = [];
  for (const [at, { kind, name, files = [], pieces }] of wanted.entries()) {
    const file = `${kind}-${at}`;
    if (kind === "source") {
      const { files: own } = origin.source;
      for (const [number, one] of own.entries()) entries.push({ path: dataPath(number, one), blob: one.blob });
      parts.push({ kind, name, file, files, bytes: own.reduce((sum, { blob }) => sum + blob.size, 0) });
    } else {
      const blob = await blobOf(pieces(), pause);
      entries.push({ path: PART_FOLDER + file, blob });
      parts.push({ kind, name, file, files, bytes: blob.size });
    }
  }
  return { parts, entries };
}

/** Rejects where the person gave up. */
type Pause = () => Promise<void>;

async function blobOf(pieces: Pieces, pause: Pause): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) {
    parts.push(Uint8Array.from(piece));
    await pause();
  }
  return new Blob(parts);
}

async function modelEntry({ models }: Parts, id: string, pause: Pause): Promise<SessionEntry> {
  const { pieces } = packed(await models.get(id));
  return { path: `${MODEL_FOLDER}1.detector`, blob: await blobOf(pieces, pause) };
}

/** Opens a session as far as it goes. What it needs of kept detectors is kept here from now on, as if each had been dropped. */
export async function openSession(file: Blob, parts: Parts, tools: CallTools): Promise<OpenedSession> {
  const session = await readSession(file);
  const { content, isNewer, isCut } = session;
  const far = { isNewer, isCut };
  const work = usableIn(session.work, isNewer);
  try {
    const models = await takeModels(await session.models(), parts);
    return {
      is: "work",
      work: await openWork({ work, read: (part) => session.read(part) }, parts, quiet(tools)),
      models,
      ...far,
    };
  } catch (error) {
    if (failureInfoOf(error).code !== "no-work") throw error;
  }
  const { name, project, rows, columns } = work;
  if (project === null) throw new Failure({ code: "bad-session" });
  return { is: "settings", name, project, rows, columns, content, ...far };
}

/**
 * What of a session is gone on with. What a later version read and computed may mean something else here, so that only the
 * file itself is taken of it. A file without its date is another one than that on this disk, whose settings are left alone.
 */
function usableIn(work: WorkDocument, isNewer: boolean): WorkDocument {
  const parts = work.parts
    .filter(({ kind }) => !isNewer || kind === "source")
    .map((part) => ({ ...part, files: part.files.map((one) => ({ ...one, modified: null })) }));
  return { ...work, parts };
}

async function takeModels(files: readonly Blob[], { models }: Parts): Promise<number> {
  const known = new Set((await models.list()).map(({ id }) => id));
  let taken = 0;
  for (const file of files)
    try {
      const model = modelOf(await file.arrayBuffer());
      if (!known.has(model.id)) await models.add(model);
      taken++;
    } catch {
      // A damaged one: runs by it are told to be lost.
    }
  return taken;
}
