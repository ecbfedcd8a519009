import type { CallTools } from "./calls/host";
import type { KeptFiles } from "../io/keep/kept-files";
import { createNetworks } from "./images/networks";
import { createKinds } from "./kinds/kinds";
import { createModels } from "./models";
import { createQueue } from "./queue";
import { createRuns } from "./runs/runs";
import { createTables } from "./tables";
import { createPool, type SpawnHelper } from "./pool/pool";
import { preparing } from "./preparing";

/** What calls work with: everything that the engine keeps, and how to come by what it made of it. */
export function createParts(files: () => Promise<KeptFiles>, spawnHelper: SpawnHelper | null) {
  const tables = createTables();
  const networks = createNetworks();
  const models = createModels(files);
  const kinds = createKinds(networks, models);
  const pool = createPool(spawnHelper);
  const runs = createRuns(tables, kinds, models, pool);
  return {
    tables,
    networks,
    models,
    kinds,
    runs,
    /** Threads that do what needs no table. */
    pool,
    /** Runs and reruns that are made in this thread wait for each other. */
    inTurn: createQueue(),
    /** A run, and its series. Rejects with "illegal-parameter" where its rows are no series. */
    async seriesOf(key: string, tools: CallTools) {
      const run = runs.get(key);
      return { run, series: await kinds.series.prepared(run.table, run.request.recipe, preparing(tools)) };
    },
  };
}

export type Parts = ReturnType<typeof createParts>;
