import { Failure } from "../../core/data/failure";
import { failureInfoOf } from "../../core/data/failure-info";
import type { KeptFiles } from "../../io/keep/kept-files";
import { WorkStore } from "../../io/keep/work-store";
import type { Handlers } from "../calls/host";
import type { KeepingCalls, Kept } from "../calls/keeping";
import type { Parts } from "../parts";
import { createQueue } from "../queue";
import { openWork } from "./open-work";
import { outlineOf, partsOfWork } from "./parts-of-work";
import { openSession, sessionFileOf } from "./session-files";

/** How calls about work that is kept are done. What is written is written one after the other. */
export function keepingCalls(parts: Parts, files: () => Promise<KeptFiles>): Handlers<KeepingCalls> {
  const inTurn = createQueue();
  /** What was chosen last, by piece of work. */
  const chosen = new Map<string, Chosen>();
  let opening: Promise<WorkStore> | null = null;
  const store = () => (opening ??= files().then((here) => new WorkStore(here)));

  async function kept(): Promise<Kept> {
    const here = await store();
    const works = (await here.list()).map(({ work, bytes }) => {
      const { id, name, savedAt, rows, columns, rowKind, sample } = work;
      return { id, name, savedAt, rows, columns, rowKind, sample, bytes };
    });
    return { works, room: await here.room(), isLasting: here.isLasting };
  }

  return {
    kept: () => inTurn(kept),
    async keep({ id, savedAt, sample, project, dataset, inspection, runs }) {
      // Taken at once: by the time that it is written the table may have been closed.
      const table = parts.tables.get(dataset);
      const wanted = partsOfWork(table, parts.runs.among(runs), inspection);
      const work = { id, savedAt, sample, ...outlineOf(table), project: parsed(project), dataset };
      chosen.set(id, { savedAt, project: parsed(project), dataset });
      return inTurn(async () => {
        const here = await store();
        const newest = documentsOf(work);
        const { failure } = await here.save(work, wanted, () => newest(chosen.get(id)));
        return { refused: failure === null ? null : failureInfoOf(failure) };
      });
    },
    async keepChoices({ id, savedAt, project, dataset }) {
      chosen.set(id, { savedAt, project: parsed(project), dataset });
      return null;
    },
    openKept: ({ id }, tools) =>
      inTurn(async () => {
        const here = await store();
        const work = await here.load(id);
        if (!work) throw new Failure({ code: "no-work" });
        return openWork({ work, read: (part) => here.read(id, part) }, parts, tools);
      }),
    sessionFile: (request, tools) => sessionFileOf(request, parts, tools),
    openSession: ({ file }, tools) => openSession(file, parts, tools),
    forgetKept: ({ id }) =>
      inTurn(async () => {
        const here = await store();
        const ids = id === null ? (await here.list()).map(({ work }) => work.id) : [id];
        for (const one of ids) await here.remove(one);
        return kept();
      }),
  };
}

/** What a person chose for a table. */
interface Chosen {
  readonly savedAt: number;
  readonly project: unknown;
  readonly dataset: string;
}

/** The document with what was chosen meanwhile, as long as that is of the same table: the same one while nothing was. */
function documentsOf<W extends Chosen>(work: W): (chosen: Chosen | undefined) => W {
  let last = { chosen: undefined as Chosen | undefined, document: work }; // Nothing so far.
  return (chosen) => {
    if (!chosen || chosen.dataset !== work.dataset) return work;
    if (last.chosen !== chosen)
      last = { chosen, document: { ...work, savedAt: chosen.savedAt, project: chosen.project } };
    return last.document;
  };
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}
