import { MAX_EVIDENCE } from "../../core/findings/tail";
import { isLaw } from "../../core/findings/evidence";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { chanceOfCopy } from "./chance-of-copy";
import { wholesOf } from "./column-laws";
import { defineColumnTest } from "./column-test";
import { levelNamer, numbersAt } from "./read-columns";

interface CopiesModel {
  /** The features that are compared. */
  readonly features: readonly number[];
  /** What stands more than once, with the row of the table that has it first. */
  readonly copied: readonly (readonly [key: string, first: number])[];
  /** Of a copy; 0 where copies are to be expected, or too many. */
  readonly evidence: number;
}

/** A column of which nearly every value is another one names rows: copies differ in it. */
const MIN_NAMING_SHARE = 0.98;
/** Without a column that tells rows well apart, equal rows are nothing. */
const MIN_TELLING_SHARE = 0.3;
const MIN_FEATURES = 2;
/** Rows between two looks at whether a person gave up. */
const ROWS_AT_ONCE = 4096;

/**
 * Rows that are equal in all but what names them: how many such pairs there would be if the columns had nothing to do with
 * each other, against none but these. The first of them is the original, the later ones are copies.
 */
export const copies = defineColumnTest<CopiesModel>({
  id: "copies",
  label: "Row that stands twice",
  summary: "Finds rows that equal an earlier one in all but their number or name: bookings and invoices made twice.",
  blindTo: "Copies that were changed, and tables in which equal rows are to be expected.",
  reference:
    "Fellegi, I. P. & Sunter, A. B. (1969). A theory for record linkage. JASA 64(328): how probable an agreement is by chance.",
  async fit(samples, context) {
    const counts: Map<string | null, number>[] = [];
    for (let feature = 0; feature < samples.width; feature++) {
      const nameOf = levelNamer(samples.columns[feature]!); // one of the features
      const own = new Map<string | null, number>();
      for (const [sample, row] of samples.origin.entries()) {
        const name = nameOf(row);
        own.set(name, (own.get(name) ?? 0) + 1);
        if (sample % ROWS_AT_ONCE === 0) await context.pause();
      }
      counts.push(own);
      await context.checkpoint((0.7 * (feature + 1)) / samples.width);
    }
    const { count } = samples;
    const features = [...counts.keys()].filter((feature) => {
      const different = counts[feature]!.size; // one for each feature
      const names =
        samples.roles[feature] === "id" || samples.columns[feature]!.kind === "text" || countsUp(samples, feature); // one of the features
      return different > 1 && !(names && different >= MIN_NAMING_SHARE * count);
    });
    const telling = features.some((feature) => counts[feature]!.size >= MIN_TELLING_SHARE * count); // one for each feature
    await context.checkpoint(1);
    if (features.length < MIN_FEATURES || !telling) return { features: [], copied: [], evidence: 0 };
    const keyOf = keyReader(samples, features);
    const first = new Map<string, number>();
    const copied = new Map<string, number>();
    let later = 0;
    for (let sample = 0; sample < count; sample++) {
      const key = keyOf(sample);
      const row = samples.origin[sample]!; // a sample
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row);
      else {
        later++;
        copied.set(key, earlier);
      }
      if (sample % ROWS_AT_ONCE === 0) await context.pause();
    }
    const wholes = wholesOf(samples);
    const telltale = features.filter((feature) => !wholes.includes(feature));
    const matching = await chanceOfCopy(samples, telltale, [...first.values()], () => context.pause());
    const pairs = (count * (count - 1) * matching) / 2;
    const evidence = isLaw(later, count) ? Math.min(MAX_EVIDENCE, Math.max(0, -Math.log10(pairs / count))) : 0;
    return { features, copied: [...copied], evidence };
  },
  async test({ features, copied, evidence }, samples, context) {
    await context.checkpoint(0.5);
    if (features.length === 0 || (copied.length > 0 && evidence === 0))
      return { kind: "silent", why: { code: "column-finding.no-copies" } };
    const originalOf = originalsIn({ features, copied }, samples);
    const found = new Float64Array(samples.count);
    for (let sample = 0; sample < found.length; sample++) {
      if (originalOf(sample) !== null) found[sample] = evidence;
      if (sample % ROWS_AT_ONCE === 0) await context.pause();
    }
    await context.checkpoint(1);
    return { kind: "tested", evidence: found };
  },
  reasons(model, samples, which) {
    const originalOf = originalsIn(model, samples);
    return Promise.resolve(
      which.map((sample) => ({
        note: { code: "column-finding.copy", values: { row: (originalOf(sample) ?? 0) + 1 } },
        features: model.features,
        expected: null,
      })),
    );
  },
});

/** Whether a number only counts the rows. */
function countsUp(samples: ColumnSamples, feature: number): boolean {
  const values = numbersAt(samples, feature);
  return (
    values !== null &&
    values.every((value, sample) => Number.isInteger(value) && value > (values[sample - 1] ?? -Infinity))
  );
}

function keyReader({ columns, origin }: ColumnSamples, features: readonly number[]): (sample: number) => string {
  const namers = features.map((feature) => levelNamer(columns[feature]!)); // features of the samples
  return (sample) => JSON.stringify(namers.map((nameOf) => nameOf(origin[sample]!))); // a sample
}

/** Tells the row of the table that a sample is a copy of; null where it is none. */
function originalsIn({ features, copied }: Pick<CopiesModel, "features" | "copied">, samples: ColumnSamples) {
  const keyOf = keyReader(samples, features);
  const first = new Map(copied);
  return (sample: number): number | null => {
    const original = first.size === 0 ? undefined : first.get(keyOf(sample));
    return original === undefined || original >= samples.origin[sample]! ? null : original; // a sample
  };
}
