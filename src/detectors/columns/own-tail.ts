import { StrongestEvidence, isBelievable } from "../../core/findings/evidence";
import { measureEvidence, measureOf, type Measure } from "../../core/findings/measure";
import type { FindingReason } from "../../core/detect/test-outcome";
import { defineColumnTest } from "./column-test";
import { ascending, numbersAt } from "./read-columns";
import { farValueReason } from "./value-reasons";

interface OwnTailModel {
  /** By feature; null where its numbers do not tell what is ordinary, or too many of them lie far out. */
  readonly measures: readonly (Measure | null)[];
}

/**
 * Each number by its own tail: on a logarithmic ruler where its bulk is lopsided, with a Student's t read off the bulk on
 * either side, values that many share set apart. A column in which more than a hundredth would stand out is not spoken of.
 */
export const ownTail = defineColumnTest<OwnTailModel>({
  id: "own-tail",
  label: "Far from its column",
  family: "findings",
  summary: "Says how rarely a value of a column lies as far out, by the tails that its bulk promises.",
  blindTo: "Values that are odd only beside the others of their row.",
  reference:
    "Rousseeuw, P. J. & Hubert, M. (2018). Anomaly detection by robust statistics. WIREs Data Mining Knowl. Discov. 8(2); the tails of Lange, K. L., Little, R. J. A. & Taylor, J. M. G. (1989). Robust statistical modeling using the t distribution. JASA 84(408), read off quantiles.",
  async fit(samples, context) {
    const measures: (Measure | null)[] = [];
    for (let feature = 0; feature < samples.width; feature++) {
      const values = numbersAt(samples, feature);
      const measure = values && measureOf(ascending(values));
      const evidence = measure && values.map((value) => measureEvidence(measure, value));
      measures.push(evidence && isBelievable(evidence, samples.width) ? measure : null);
      await context.checkpoint((feature + 1) / samples.width);
    }
    return { measures };
  },
  async test({ measures }, samples, context) {
    const told = measures.filter((measure) => measure !== null).length;
    if (told === 0) return { kind: "silent", why: { code: "column-finding.no-numbers" } };
    const strongest = new StrongestEvidence(samples.count, told);
    for (const [feature, measure] of measures.entries()) {
      const values = measure && numbersAt(samples, feature);
      if (values)
        strongest.add(
          feature,
          values.map((value) => measureEvidence(measure, value)),
        );
      await context.checkpoint((feature + 1) / samples.width);
    }
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons({ measures }, samples, which) {
    const strongest = (sample: number): FindingReason => {
      let best = { feature: -1, evidence: -1 };
      for (const [feature, measure] of measures.entries()) {
        const value = measure && numbersAt(samples, feature)?.[sample];
        const evidence = measure && value !== null && value !== undefined ? measureEvidence(measure, value) : -1;
        if (evidence > best.evidence) best = { feature, evidence };
      }
      return farValueReason(samples, best.feature, sample, measures[best.feature]!); // evidence says that there is one
    };
    return Promise.resolve(which.map(strongest));
  },
});
