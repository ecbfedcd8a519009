import { filesHere } from "../io/keep/files-here";
import type { Host } from "./calls/host";
import { reasonCalls } from "./runs/reason-calls";
import { handingCalls } from "./handing/handing-calls";
import { imageCalls } from "./images/image-calls";
import { keepingCalls } from "./keeping/keeping-calls";
import { modelCalls } from "./models/model-calls";
import { whatIfCalls } from "./models/what-if";
import { createParts } from "./parts";
import type { SpawnHelper } from "./pool/pool";
import { checkCalls } from "./rows/check-calls";
import { exportCalls } from "./rows/export-calls";
import { markCalls } from "./rows/mark-calls";
import { reportCalls } from "./rows/report-calls";
import { rowCalls } from "./rows/row-calls";
import { comparisonCalls } from "./runs/comparison-calls";
import { evaluationCalls } from "./runs/evaluation-calls";
import { findingCalls } from "./runs/finding-calls";
import { familyCalls } from "./runs/family-calls";
import { runCalls } from "./runs/run-calls";
import { toyCalls } from "./runs/toy-calls";
import { eventCalls } from "./series/event-calls";
import { seriesCalls } from "./series/series-calls";
import { tableCalls } from "./table-calls";

/**
 * Where the data lives and the work is done: every call, each done beside what it is about.
 *
 * @param keptFiles where files are kept beyond the page
 * @param spawnHelper starts threads of the pool; null: all is done in this one
 */
export function createHost(keptFiles = filesHere, spawnHelper: SpawnHelper | null = null): Host {
  const parts = createParts(keptFiles, spawnHelper);
  return {
    ...tableCalls(parts),
    ...runCalls(parts),
    ...comparisonCalls(parts),
    ...rowCalls(parts),
    ...checkCalls(parts),
    ...familyCalls(parts),
    ...markCalls(parts),
    ...reasonCalls(parts),
    ...findingCalls(parts),
    ...evaluationCalls(parts),
    ...exportCalls(parts),
    ...reportCalls(parts),
    ...seriesCalls(parts),
    ...eventCalls(parts),
    ...imageCalls(parts),
    ...keepingCalls(parts, keptFiles),
    ...modelCalls(parts),
    ...whatIfCalls(parts),
    ...handingCalls(parts),
    ...toyCalls(),
  };
}
