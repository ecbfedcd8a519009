import type { Note } from "../core/data/note";
import type { OpenedSession, OpenedWork, Source } from "../engine/protocol";
import { openKept, type Reader } from "./open-kept";
import type { ReaderHooks } from "./reader-hooks";
import type { SessionContext } from "./session-context";
import type { SessionSettings } from "./settings-offer";

/** A session's work is kept as one of its own, whatever is kept of the same file here. */
const ITS_OWN = { id: null, release: () => undefined };

/** Opens a session from its file, as far as it goes, and tells what of it is not there. */
export function openSession(
  { engine, announce }: Pick<SessionContext, "engine" | "announce">,
  source: Source,
  mine: number,
  reader: Reader & { offered(settings: SessionSettings): void },
): Promise<void> {
  const file = source.files[0]?.blob ?? new Blob();
  async function work(): Promise<OpenedWork | null> {
    const found = await engine.start("openSession", { file }, () => undefined).result;
    if (!reader.isNewest(mine)) return found.is === "work" ? found.work : null;
    for (const note of notesOn(found)) announce("info", note);
    if (found.is === "work") return found.work;
    reader.offered(found);
    return null;
  }
  return openKept({ named: source, mine, place: ITS_OWN, work }, reader);
}

/** Asks for work that is kept here, and tells what of it is not there. */
export async function keptWork(
  { engine, announce }: Pick<SessionContext, "engine" | "announce">,
  id: string,
  newest: ReaderHooks["newest"],
): Promise<OpenedWork> {
  const found = await engine.start("openKept", { id }, () => undefined).result;
  for (const note of lostNotes(found)) announce("info", note);
  return newest(id, found);
}

function notesOn(found: OpenedSession): Note[] {
  const notes: Note[] = [];
  if (found.isNewer) notes.push({ code: "session.newer" });
  if (found.isCut) notes.push({ code: "session.cut" });
  if (found.is === "work") notes.push(...lostNotes(found.work));
  return notes;
}

/** What was kept and is not there, or damaged. */
function lostNotes({ lost, table, name }: OpenedWork): Note[] {
  const notes: Note[] = [];
  if (lost.source && table) notes.push({ code: "session.no-source", values: { name } });
  if (lost.table) notes.push({ code: "session.read-again" });
  if (lost.runs > 0) notes.push({ code: "session.run-again", values: { count: lost.runs } });
  return notes;
}
