import { StrongestEvidence, isBelievable } from "../../core/findings/evidence";
import { fewEvidence, type FewValues } from "../../core/findings/few-values";
import { measureReader, type Measure } from "../../core/findings/measure";
import type { FindingReason } from "../../core/detect/test-outcome";
import { FEWEST_VALUES, smallSampleEvidence, usualOf, type SmallSample } from "../../core/findings/small-sample";
import { defineColumnTest } from "./column-test";
import { factsAt } from "./measured-numbers";
import { numbersAt } from "./read-columns";
import { farValueReason, fewValuesReason, numberAt } from "./value-reasons";

interface OwnTailModel {
  /** By feature; null where its numbers do not tell what is ordinary, or too many of them lie far out. */
  readonly measures: readonly (Measure | null)[];
  /** By feature, of numbers with few values. */
  readonly few: readonly (FewValues | null)[];
  /** By feature, of few numbers. */
  readonly small: readonly (SmallSample | null)[];
}

/**
 * Each number by its own tail: on a logarithmic ruler where its bulk is lopsided, with a Student's t read off the bulk on
 * either side, values that many share set apart. A column in which more than a hundredth would stand out is not spoken of.
 */
export const ownTail = defineColumnTest<OwnTailModel>({
  id: "own-tail",
  label: "Far from its column",
  leastSamples: FEWEST_VALUES,
  summary: "Says how rarely a value lies this far out, judging by the bulk of its column.",
  blindTo: "Values that are only odd in combination with the rest of their row.",
  reference:
    "Rousseeuw, P. J. & Hubert, M. (2018). Anomaly detection by robust statistics. WIREs Data Mining Knowl. Discov. 8(2); the tails of Lange, K. L., Little, R. J. A. & Taylor, J. M. G. (1989). Robust statistical modeling using the t distribution. JASA 84(408), read off quantiles.",
  async fit(samples, context) {
    const measures: (Measure | null)[] = [];
    const few: (FewValues | null)[] = [];
    const small: (SmallSample | null)[] = [];
    for (let feature = 0; feature < samples.width; feature++) {
      const values = numbersAt(samples, feature);
      const { measure, few: own, small: ofFew } = factsAt(samples, feature);
      small.push(ofFew);
      // A column of a million numbers takes most of a second: a cancel is heard in the middle of it, too.
      await context.pause();
      few.push(own);
      const evidence = measure && values?.map(measureReader(measure));
      await context.pause();
      measures.push(evidence && isBelievable(evidence, samples.width) ? measure : null);
      await context.checkpoint((feature + 1) / samples.width);
    }
    return { measures, few, small };
  },
  async test(model, samples, context) {
    const told = [...model.measures.keys()].filter(
      (feature) => model.measures[feature] ?? model.few[feature] ?? model.small[feature],
    ); // its own keys
    if (told.length === 0) return { kind: "silent", why: { code: "column-finding.no-numbers" } };
    const strongest = new StrongestEvidence(samples.count, told.length);
    for (const [at, feature] of told.entries()) {
      const values = numbersAt(samples, feature);
      await context.pause();
      if (values) strongest.add(feature, values.map(evidenceReader(model, feature, strongest.cost)));
      await context.checkpoint((at + 1) / told.length);
    }
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons(model, samples, which) {
    const strongest = (sample: number): FindingReason => {
      const evidence = Array.from({ length: samples.width }, (_, feature) =>
        evidenceOf(model, feature, numberAt(samples, feature, sample)),
      );
      const feature = evidence.indexOf(Math.max(...evidence));
      const measure = model.measures[feature];
      const few = model.few[feature];
      const own = few && fewEvidence(few, numberAt(samples, feature, sample)) === evidence[feature] ? few : null;
      if (own) return fewValuesReason(samples, feature, sample, own);
      const told = measure ?? { ruler: "plain" as const, usual: usualOf(model.small[feature]!) }; // evidence says that it is one of the three
      return farValueReason(samples, feature, sample, told);
    };
    return Promise.resolve(which.map(strongest));
  },
});

/** `evidenceOf` for many values. */
function evidenceReader({ measures, few, small }: OwnTailModel, feature: number, ignored = 0) {
  const [measure, own, ofFew] = [measures[feature], few[feature], small[feature]];
  const read = measure ? measureReader(measure, ignored) : () => 0;
  if (!own && !ofFew) return read;
  return (value: number): number =>
    Math.max(read(value), own ? fewEvidence(own, value) : 0, ofFew ? smallSampleEvidence(ofFew, value) : 0);
}

function evidenceOf(model: OwnTailModel, feature: number, value: number): number {
  return evidenceReader(model, feature)(value);
}
