import type { Recipe } from "../core/prepare/recipe";
import type { CallTools } from "./calls/host";
import { createNetworks } from "./images/networks";
import { createInputs } from "./inputs";
import { createQueue } from "./queue";
import type { StoredRun } from "./runs/stored-run";
import { createRuns } from "./runs/runs";
import { seriesShapeOf } from "./series/series-overview";
import { createTables } from "./tables";
import { createCheckpoint } from "./yield-to-events";

/** Of work that is a part of another: how far it is would be told as how far the whole is. */
const quiet = (tools: CallTools): CallTools => ({ ...tools, progress: () => undefined });

/** What calls work with: everything that the engine keeps, and how to come by what it made of it. */
export function createParts() {
  const tables = createTables();
  const networks = createNetworks();
  const inputs = createInputs(networks);
  const runs = createRuns(tables, inputs);
  const preparing = (tools: CallTools) => createCheckpoint(quiet(tools), () => "prepare");
  return {
    tables,
    networks,
    inputs,
    runs,
    /** Runs and reruns wait for each other. */
    inTurn: createQueue(),
    preparing,
    /** What the detector of a run was given. */
    inputFor: (tools: CallTools) => (run: StoredRun) => runs.inputOf(run, quiet(tools)),
    /** The series of a table. */
    seriesOf: (dataset: string, recipe: Recipe, tools: CallTools) =>
      inputs.shaped.series(tables.get(dataset), recipe, seriesShapeOf(recipe), preparing(tools)),
  };
}

export type Parts = ReturnType<typeof createParts>;
