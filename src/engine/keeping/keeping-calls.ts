import { failureInfoOf } from "../../core/data/failure-info";
import type { KeptFiles } from "../../io/keep/kept-files";
import { WorkStore } from "../../io/keep/work-store";
import type { Handlers } from "../calls/host";
import type { KeepingCalls, Kept } from "../calls/keeping";
import type { Parts } from "../parts";
import { createQueue } from "../queue";
import type { StoredRun } from "../stored-run";
import { openWork } from "./open-work";
import { partsOfWork } from "./parts-of-work";

/** How calls about work that is kept are done. What is written is written one after the other. */
export function keepingCalls(parts: Parts, files: () => Promise<KeptFiles>): Handlers<KeepingCalls> {
  const inTurn = createQueue();
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

  function runOf(key: string): StoredRun[] {
    try {
      return [parts.runs.get(key)];
    } catch {
      // It was forgotten meanwhile.
      return [];
    }
  }

  return {
    kept: () => inTurn(kept),
    async keep({ id, savedAt, sample, project, dataset, inspection, runs }) {
      // Taken at once: by the time that it is written the table may have been closed.
      const table = parts.tables.get(dataset);
      const wanted = partsOfWork(table, runs.flatMap(runOf), inspection);
      const { name, rowCount, columns } = table.dataset;
      const { rowKind } = table.told.recipe;
      const work = { id, name, savedAt, sample, rows: rowCount, columns: columns.length, rowKind: rowKind.kind };
      return inTurn(async () => {
        const here = await store();
        const { failure } = await here.save({ ...work, project: JSON.parse(project) }, wanted);
        return { refused: failure === null ? null : failureInfoOf(failure) };
      });
    },
    openKept: ({ id }, tools) => inTurn(async () => openWork(await store(), parts, id, tools)),
    forgetKept: ({ id }) =>
      inTurn(async () => {
        const here = await store();
        const ids = id === null ? (await here.list()).map(({ work }) => work.id) : [id];
        for (const one of ids) await here.remove(one);
        return kept();
      }),
  };
}
