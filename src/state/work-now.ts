import { isCombination } from "../core/detect/run-key";
import { encodeProject } from "../core/project/project";
import type { KeepRequest } from "../engine/protocol";
import { projectOf } from "./projects";
import type { SessionState } from "./session-state";

/** What is on screen as it is kept or taken along; null while no table stands. */
export function workNow({
  dataset,
  reading,
  history,
  runs,
}: SessionState): Pick<KeepRequest, "project" | "dataset" | "inspection" | "runs"> | null {
  if (!dataset || reading.stage !== "open" || history.present.table === null) return null;
  const results = Object.entries(runs).flatMap(([of, { result, stale, status }]) =>
    !isCombination(of) && result && !stale && status === "done" ? [result.key] : [],
  );
  return {
    project: encodeProject(projectOf(history.present)),
    dataset: dataset.id,
    inspection: reading.inspection,
    runs: [...new Set(results)],
  };
}
