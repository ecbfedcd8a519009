import { MAX_EVIDENCE } from "../../core/findings/tail";
import { isLaw } from "../../core/findings/evidence";
import type { Context } from "../../core/detect/context";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { chanceOfCopy } from "./chance-of-copy";
import { wholesAmong } from "./column-laws";
import { defineColumnTest } from "./column-test";
import { levelNamer, numbersAt, valueReader } from "./read-columns";

/** The column that tells rows apart best, with what it has more than once. */
interface Telling {
  readonly feature: number;
  readonly values: ReadonlySet<number | string | null>;
}

interface CopiesModel {
  /** The features that are compared. */
  readonly features: readonly number[];
  /** What stands more than once, with the row of the table that has it first. */
  readonly copied: readonly (readonly [key: string, first: number])[];
  /** Null where nothing is compared. */
  readonly telling: Telling | null;
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
  label: "Repeated row",
  summary:
    "Finds rows that equal an earlier one in everything but their number or name: bookings or invoices entered twice.",
  blindTo: "Copies that were changed, and tables in which equal rows are normal.",
  reference:
    "Fellegi, I. P. & Sunter, A. B. (1969). A theory for record linkage. JASA 64(328): how probable an agreement is by chance.",
  async fit(samples, context) {
    const different: number[] = [];
    for (let feature = 0; feature < samples.width; feature++) {
      const valueOf = valueReader(samples.columns[feature]!); // one of the features
      const values = new Set<number | string | null>();
      for (const [sample, row] of samples.origin.entries()) {
        values.add(valueOf(row));
        if (sample % ROWS_AT_ONCE === 0) await context.pause();
      }
      different.push(values.size);
      await context.checkpoint((0.7 * (feature + 1)) / samples.width);
    }
    const { count } = samples;
    const features = [...different.keys()].filter((feature) => {
      const own = different[feature]!; // one for each feature
      if (own <= 1) return false;
      if (own < MIN_NAMING_SHARE * count) return true;
      const { kind } = samples.columns[feature]!; // one of the features
      return !(samples.roles[feature] === "id" || kind === "text" || countsUp(samples, feature));
    });
    const most = features.reduce((best, feature) => Math.max(best, different[feature]!), 0); // one for each feature
    await context.checkpoint(1);
    const nothing = { features: [], copied: [], telling: null, evidence: 0 };
    if (features.length < MIN_FEATURES || most < MIN_TELLING_SHARE * count) return nothing;
    const feature = features.find((one) => different[one] === most)!; // one of them has the most
    const telling = { feature, values: valuesThatComeAgain(samples, feature) };
    const { copied, firsts } = await findCopies(samples, features, telling, context);
    if (copied.size === 0) return { ...nothing, features, telling: { feature, values: new Set() } };
    const wholes = wholesAmong(samples);
    const telltale = features.filter((one) => !wholes.includes(one));
    const matching = await chanceOfCopy(samples, telltale, firsts, () => context.pause());
    const pairs = (count * (count - 1) * matching) / 2;
    const evidence = isLaw(count - firsts.length, count)
      ? Math.min(MAX_EVIDENCE, Math.max(0, -Math.log10(pairs / count)))
      : 0;
    return { features, copied: [...copied], telling, evidence };
  },
  async test({ features, copied, telling, evidence }, samples, context) {
    await context.checkpoint(0.5);
    if (features.length === 0 || (copied.length > 0 && evidence === 0))
      return { kind: "silent", why: { code: "column-finding.no-copies" } };
    const originalOf = originalsIn({ features, copied, telling }, samples);
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
        alike: true,
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

/** The values that a column, the one that tells rows apart best, has more than once: only rows with them can be equal. */
function valuesThatComeAgain({ columns, origin }: ColumnSamples, feature: number): ReadonlySet<number | string | null> {
  const valueOf = valueReader(columns[feature]!); // one of the features
  const once = new Set<number | string | null>();
  const again = new Set<number | string | null>();
  for (const row of origin) {
    const value = valueOf(row);
    if (once.has(value)) again.add(value);
    else once.add(value);
  }
  return again;
}

/** By key the first of rows that are equal, and all rows that are no copies of an earlier one. */
async function findCopies(samples: ColumnSamples, features: readonly number[], telling: Telling, context: Context) {
  const keyOf = keyReader(samples, features, telling);
  const first = new Map<string, number>();
  const copied = new Map<string, number>();
  const firsts: number[] = [];
  for (const [sample, row] of samples.origin.entries()) {
    const key = keyOf(sample);
    const earlier = key === null ? undefined : first.get(key);
    if (earlier === undefined) {
      firsts.push(row);
      if (key !== null) first.set(key, row);
    } else copied.set(key!, earlier); // it has an earlier one
    if (sample % ROWS_AT_ONCE === 0) await context.pause();
  }
  return { copied, firsts };
}

/** All that is compared of a sample, as one text; null where its most telling value stands alone. */
function keyReader({ columns, origin }: ColumnSamples, features: readonly number[], { feature, values }: Telling) {
  const namers = features.map((one) => levelNamer(columns[one]!)); // features of the samples
  const valueOf = valueReader(columns[feature]!); // one of the features
  return (sample: number): string | null => {
    const row = origin[sample]!; // a sample
    return values.has(valueOf(row)) ? JSON.stringify(namers.map((nameOf) => nameOf(row))) : null;
  };
}

/** Tells the row of the table that a sample is a copy of; null where it is none. */
function originalsIn(
  { features, copied, telling }: Pick<CopiesModel, "features" | "copied" | "telling">,
  samples: ColumnSamples,
) {
  const first = new Map(copied);
  const keyOf = telling && first.size > 0 ? keyReader(samples, features, telling) : () => null;
  return (sample: number): number | null => {
    const key = keyOf(sample);
    const original = key === null ? undefined : first.get(key);
    return original === undefined || original >= samples.origin[sample]! ? null : original; // a sample
  };
}
