import { useMemo } from "react";
import { CONSENSUS, GUIDED, RULED } from "../../core/detect/run-key";
import { isByTruth } from "../../core/score/consequence";
import type { Judgement, JudgeRequest, RunResult } from "../../engine/protocol";
import { namedInstance } from "../../state/catalogue";
import { thresholdRuleOf } from "../../state/choices";
import { thresholdOf } from "../../state/threshold";
import { useCall } from "../../state/use-call";
import { usePanel } from "../../state/use-panel";
import type { Query } from "../../state/use-query";
import { useSession } from "../../state/use-session";
import { useTruth, type KnownTruth } from "../../state/use-truth";
import { useInstanceName } from "../../ui/use-instance-name";

const REST_MS = 300;

/** A detector that is judged, or a combination of them. */
export interface JudgedInstance {
  readonly id: string;
  readonly name: string;
  readonly result: RunResult;
}

export interface AskedJudgement {
  readonly truth: KnownTruth;
  /** In the order of the answer's detectors. */
  readonly judged: readonly JudgedInstance[];
  readonly query: Query<JudgeRequest, Judgement | null>;
}

/** How every detector that is done fares by what is known, at its own threshold; asked again once what it hangs on rests. */
export function useJudgement(beta: number, k: number): AskedJudgement {
  const truth = useTruth();
  const panel = usePanel();
  const nameOf = useInstanceName();
  const runs = useSession((state) => state.runs);
  const thresholds = useSession((state) => state.history.present.thresholds);
  const dataset = useSession((state) => state.dataset?.id);
  const found = useMemo(() => {
    const combined = [CONSENSUS, GUIDED, RULED].flatMap((id) => {
      const run = runs[id];
      if (run?.status !== "done" || !run.result || run.result.request.dataset !== dataset) return [];
      return [{ id, result: run.result }];
    });
    return [...panel.map(({ detector, result }) => ({ id: detector, result })), ...combined];
  }, [panel, runs, dataset]);
  const judged = useMemo(() => found.map((one) => ({ ...one, name: nameOf(namedInstance(one.id)) })), [found, nameOf]);
  const { request: known } = truth;
  const request = useMemo<JudgeRequest | null>(() => {
    if (!known || found.length === 0) return null;
    const detectors = found.map(({ id, result }) => {
      const rule = thresholdRuleOf({ thresholds }, id);
      const by = rule.kind === "by" && isByTruth(rule.by) ? rule.by : null;
      return { run: result.key, threshold: thresholdOf(result, rule).value, ...(by && { by }) };
    });
    return { ...known, detectors, beta, k };
  }, [known, found, thresholds, beta, k]);
  const query = useCall("judge", request, { restMs: REST_MS, keep: sameRuns });
  return { truth, judged, query };
}

/** An earlier answer may stand in while the threshold moves, but never for other detectors. */
function sameRuns(earlier: JudgeRequest, present: JudgeRequest): boolean {
  return (
    earlier.detectors.length === present.detectors.length &&
    earlier.detectors.every(({ run }, at) => run === present.detectors[at]?.run)
  );
}
