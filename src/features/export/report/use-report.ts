import { reportHtml } from "../../../core/report/report-html";
import type { Job, Judgement, Progress, RowsInReport, RunResult } from "../../../engine/protocol";
import type { ExportedRows } from "../../../engine/protocol";
import { namedInstance } from "../../../state/catalogue";
import { thresholdRuleOf } from "../../../state/choices";
import { isOnlyMarked } from "../../../state/known-truth";
import { rerunsOf } from "../../../state/stability";
import { thresholdOf } from "../../../state/threshold";
import { useLeaks } from "../../../state/use-leaks";
import { usePanel } from "../../../state/use-panel";
import { useAsk, useSessionStore, useStart } from "../../../state/use-session";
import { useTruth } from "../../../state/use-truth";
import { BETA, FIRST_ROWS } from "./judged-by";
import { madeReport } from "./made-report";
import { useReportWords } from "./use-report-words";
import { MAX_THINGS } from "./thing-in-words";

/** Begins a report of one result; it is made of what stands when its rows are there. */
export function useReport(detector: string, result: RunResult, isStale: boolean, exportName: string) {
  const words = useReportWords();
  const start = useStart();
  const ask = useAsk();
  const store = useSessionStore();
  const panel = usePanel();
  const truth = useTruth();
  const leaks = useLeaks();

  return function begin(onProgress: (progress: Progress) => void): Job<ExportedRows> {
    const { history, dataset } = store.getState();
    const choices = history.present;
    const threshold = thresholdOf(result, thresholdRuleOf(choices, detector));
    const isWanted = (part: "flagged" | "data" | "repeat" | "evaluation") => !choices.report.without.includes(part);
    const job = start(
      "report",
      {
        run: result.key,
        threshold: threshold.value,
        ...choices.stretches,
        most: isWanted("flagged") ? MAX_THINGS : 0,
        pictures: true,
        digests: isWanted("data") || isWanted("repeat"),
      },
      onProgress,
    );
    return { cancel: () => job.cancel(), result: job.result.then(written) };

    async function written(rows: RowsInReport): Promise<ExportedRows> {
      const state = store.getState();
      const { reading, marked } = state;
      if (!dataset) throw new Error("no table is open");
      const report = madeReport(
        {
          dataset,
          inspection: "inspection" in reading ? reading.inspection : null,
          choices: { ...choices, report: state.history.present.report },
          marked,
          detector,
          result,
          isStale,
          threshold,
          panel,
          stability: rerunsOf(state, result)?.found?.stability ?? null,
          leaks,
          rows,
          judged: isWanted("evaluation") ? await judgedBy() : null,
          now: Date.now(),
          exportName,
        },
        words,
      );
      return { file: new Blob([reportHtml(report)], { type: "text/html;charset=utf-8" }), guarded: 0 };
    }

    async function judgedBy() {
      const { request } = truth;
      if (!request) return null;
      const others = panel.filter((one) => one.result.key !== result.key);
      const all = [{ detector, result, threshold }, ...others];
      const detectors = all.map((one) => ({ run: one.result.key, threshold: one.threshold.value }));
      const judgement: Judgement | null = await ask("judge", { ...request, detectors, beta: BETA, k: FIRST_ROWS });
      const names = all.map((one) => words.nameOf(namedInstance(one.detector)));
      return judgement && { judgement, names, isPartial: isOnlyMarked(truth.counting) };
    }
  };
}
