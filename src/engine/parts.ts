import type { CallTools } from "./calls/host";
import { createNetworks } from "./images/networks";
import { createKinds } from "./kinds/kinds";
import { createQueue } from "./queue";
import { createRuns } from "./runs/runs";
import { createTables } from "./tables";
import { preparing } from "./preparing";

/** What calls work with: everything that the engine keeps, and how to come by what it made of it. */
export function createParts() {
  const tables = createTables();
  const networks = createNetworks();
  const kinds = createKinds(networks);
  const runs = createRuns(tables, kinds);
  return {
    tables,
    networks,
    kinds,
    runs,
    /** Runs and reruns wait for each other. */
    inTurn: createQueue(),
    /** A run, and its series. Rejects with "illegal-parameter" where its rows are no series. */
    async seriesOf(key: string, tools: CallTools) {
      const run = runs.get(key);
      return { run, series: await kinds.series.prepared(run.table, run.request.recipe, preparing(tools)) };
    },
  };
}

export type Parts = ReturnType<typeof createParts>;
