import type { Backend } from "../core/detect/context";
import { type AnyParamValues, defaultsOf } from "../core/detect/param-schema";
import { isCombination } from "../core/detect/run-key";
import { duplicateOf } from "../core/project/instance";
import type { ThresholdRule } from "../core/score/threshold";
import { detectorCardOf } from "./catalogue";
import {
  canCombine,
  type Choices,
  type ConsensusChoice,
  instanceOf,
  membersOf,
  type StretchRule,
  withoutLeftovers,
  withParams,
} from "./choices";
import type { SessionContext } from "./session-context";

/** Changes of what runs and of what is flagged; a detector is named by the id of its instance. */
export function detectorActions(
  context: SessionContext,
  /** Changes that decide which runs are wanted. */
  chooseForRuns: (change: Partial<Choices>, tag?: string) => void,
) {
  function setConsensus(change: Partial<ConsensusChoice>, tag?: string): void {
    chooseForRuns({ consensus: { ...context.choices().consensus, ...change } }, tag);
  }

  return {
    /** Adds a detector to those that run, and shows it. */
    pick(detector: string): void {
      const { picked } = context.choices();
      if (!picked.includes(detector)) chooseForRuns({ picked: [...picked, detector], shown: detector });
    },
    /** Adds detectors in one undoable step; what is on screen stays. */
    pickAll(detectors: readonly string[]): void {
      const { picked } = context.choices();
      const fresh = detectors.filter((detector) => !picked.includes(detector));
      if (fresh.length > 0) chooseForRuns({ picked: [...picked, ...fresh] });
    },
    /** Adds another instance beside one, set up like it, and shows it, so that the two can be set up otherwise. */
    duplicate(id: string): void {
      const choices = context.choices();
      const { detectors, picked, thresholds, consensus } = choices;
      const one = instanceOf(choices, id);
      if (!one || !picked.includes(id)) return;
      const twin = duplicateOf(one, detectors);
      const { [id]: rule } = thresholds;
      const { members } = consensus;
      chooseForRuns({
        detectors: [...detectors, twin],
        picked: picked.flatMap((other) => (other === id ? [other, twin.id] : [other])),
        shown: twin.id,
        thresholds: rule ? { ...thresholds, [twin.id]: rule } : thresholds,
        consensus: { ...consensus, members: members === "all" ? members : [...members, twin.id] },
      });
    },
    unpick(detector: string): void {
      const choices = context.choices();
      const { picked, shown } = choices;
      const rest = picked.filter((id) => id !== detector);
      const [first] = rest;
      if (first === undefined) return;
      const isLeft = shown === detector || (isCombination(shown) && !canCombine(rest));
      chooseForRuns(withoutLeftovers({ ...choices, picked: rest, shown: isLeft ? first : shown }));
    },
    /** Changes how the picked detectors become one score. */
    setConsensus,
    /** Says whether a detector counts in the consensus. */
    setMember(detector: string, counts: boolean): void {
      const others = membersOf(context.choices()).filter((id) => id !== detector);
      setConsensus({ members: counts ? [...others, detector] : others });
    },
    setWeight(detector: string, weight: number): void {
      const { weights } = context.choices().consensus;
      setConsensus({ weights: { ...weights, [detector]: weight } }, `weight:${detector}`);
    },
    /** Shows the scores of a detector, or of the consensus. */
    show(detector: string): void {
      context.choose({ shown: detector }, "shown");
      context.notice({ selectedRow: context.store.getState().viewState.selectedRow, boxed: null });
    },
    /** Sets parameters of a detector; it runs again once the control rests. */
    setParams(detector: string, change: AnyParamValues): void {
      const { detectors } = context.choices();
      const tag = `params:${detector}:${Object.keys(change).join()}`;
      chooseForRuns({ detectors: withParams(detectors, detector, change) }, tag);
    },
    resetParams(detector: string): void {
      const choices = context.choices();
      const card = detectorCardOf(instanceOf(choices, detector)?.detector ?? "");
      if (card) chooseForRuns({ detectors: withParams(choices.detectors, detector, defaultsOf(card.params)) });
    },
    setSeed: (seed: number) => chooseForRuns({ seed }, "seed"),
    setBackend: (backend: "auto" | Backend) => chooseForRuns({ backend }),

    /** Moves the threshold of a detector; nothing is fitted again. */
    setThreshold(detector: string, rule: ThresholdRule): void {
      const { thresholds } = context.choices();
      context.choose({ thresholds: { ...thresholds, [detector]: rule } }, `threshold:${detector}`);
    },
    /** Changes how flagged steps become stretches; nothing is fitted again. */
    setStretchRule(change: Partial<StretchRule>): void {
      context.choose({ stretches: { ...context.choices().stretches, ...change } }, "stretches");
    },
  };
}
