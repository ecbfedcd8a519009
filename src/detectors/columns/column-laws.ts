import { isLaw, StrongestEvidence } from "../../core/findings/evidence";
import { floorEvidence, floorOf, MAX_BELOW, type Floor } from "../../core/findings/floor";
import { belowZeroOf } from "../../core/findings/measure";
import type { Note } from "../../core/data/note";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { defineColumnTest } from "./column-test";
import { brokenLaws, keepsLaw, lawNote, wholeBy, wholesOf, type ArithmeticLaw } from "./arithmetic-laws";
import { dayOf } from "./row-order";
import { numberAt } from "./value-reasons";

/** `first` is not before or above `second`, in all rows but a few. */
interface OrderLaw {
  readonly kind: "not-before";
  readonly first: number;
  readonly second: number;
  readonly floor: Floor;
  /** The evidence of a row that breaks it, where the two lie far apart in all others; 0 where they do not. */
  readonly apart: number;
}

/** What one, two or three columns keep to in all rows but a few. */
type Law = OrderLaw | ArithmeticLaw;

interface ColumnLawsModel {
  readonly laws: readonly Law[];
  /** How many pairs and triples were looked at. */
  readonly tried: number;
}

/** Wider tables have too many pairs and triples. */
const MAX_NUMBERS = 12;
const MAX_TIMES = 8;
/** Numbers are in order by chance more often than dates are: fewer rows do not tell. */
const MIN_ROWS_OF_NUMBERS = 300;
/** Columns whose values were shuffled would break an order in at least this share of the rows, or it says nothing. */
const MIN_SHUFFLED_SHARE = 0.1;

/**
 * Laws between columns that nearly all rows keep: one is not before or below the other, one is the product or the sum of
 * two others. Looked for in all pairs and triples, by the rows that break them.
 */
export const columnLaws = defineColumnTest<ColumnLawsModel>({
  id: "column-laws",
  label: "Broken rule between columns",
  summary:
    "Finds rows that break a rule all others follow: an end before its beginning, a total that is not the product.",
  blindTo: "Rules between more than three columns, and rules that many rows break.",
  reference:
    "Chu, X., Ilyas, I. F. & Papotti, P. (2013). Discovering denial constraints. PVLDB 6(13), for the smallest of them.",
  async fit(samples, context) {
    const numbers = numbersIn(samples);
    const times = featuresOf(samples, "time").slice(0, MAX_TIMES);
    const laws: Law[] = [];
    // Triples are only looked at where nine of ten rows keep the law, which no chance does.
    const tried = times.length * (times.length - 1) + numbers.length * (numbers.length - 1);
    for (const [at, first] of times.entries()) {
      for (const second of times) if (second !== first) laws.push(...orderLaw(samples, first, second));
      await context.checkpoint((0.3 * (at + 1)) / times.length);
    }
    for (const [at, whole] of numbers.entries()) {
      for (const one of numbers)
        if (one !== whole && samples.count >= MIN_ROWS_OF_NUMBERS) laws.push(...orderLaw(samples, one, whole));
      laws.push(...brokenLaws(samples, numbers, whole));
      await context.checkpoint(0.3 + (0.7 * (at + 1)) / numbers.length);
    }
    await context.checkpoint(1);
    return { laws, tried };
  },
  async test({ laws, tried }, samples, context) {
    if (laws.length === 0) return { kind: "silent", why: { code: "column-finding.no-laws" } };
    const strongest = new StrongestEvidence(samples.count, Math.max(laws.length, tried));
    for (const [at, law] of laws.entries()) {
      strongest.add(
        at,
        new Float64Array(samples.count).map((_, sample) => evidenceOf(samples, law, sample)),
      );
      await context.checkpoint((at + 1) / laws.length);
    }
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons({ laws }, samples, which) {
    return Promise.resolve(
      which.map((sample) => {
        const evidence = laws.map((law) => evidenceOf(samples, law, sample));
        const law = laws[evidence.indexOf(Math.max(...evidence))]!; // evidence says that there is one
        return {
          note: noteOf(samples, law, sample),
          features: featuresIn(law),
          expected: expectedBy(samples, law, sample),
        };
      }),
    );
  },
});

function featuresOf({ columns, roles }: ColumnSamples, kind: "number" | "time"): number[] {
  return [...columns.keys()].filter((feature) => columns[feature]!.kind === kind && roles[feature] !== "id"); // its own keys
}

/** `first` is not before or above `second`, but for a few rows that stand clearly below that floor. */
function orderLaw(samples: ColumnSamples, first: number, second: number): Law[] {
  const differences: number[] = [];
  let shuffled = 0;
  let below = 0;
  for (let sample = 0; sample < samples.count; sample++) {
    const difference = numberAt(samples, second, sample) - numberAt(samples, first, sample);
    if (Number.isNaN(difference)) continue;
    // Most pairs have no order, and show it in their first rows.
    if (difference < 0 && ++below > MAX_BELOW) return [];
    differences.push(difference);
    const other = numberAt(samples, second, (sample + (samples.count >>> 1)) % samples.count);
    if (other < numberAt(samples, first, sample)) shuffled++;
  }
  if (below === 0 || !isLaw(below, differences.length)) return [];
  const sorted = Float64Array.from(differences).sort();
  // A birth lies long before a hiring: where all but a few keep that far apart, the few break it however it came about.
  const apart = samples.columns[first]!.kind === "time" ? belowZeroOf(sorted) : 0; // one of the features
  if (shuffled < MIN_SHUFFLED_SHARE * differences.length && apart === 0) return [];
  const floor = floorOf(sorted);
  return floor ? [{ kind: "not-before", first, second, floor, apart }] : [];
}

/** The numbers that say nothing new beside the others. */
export function wholesAmong(samples: ColumnSamples): number[] {
  return wholesOf(samples, numbersIn(samples));
}

/** The numbers among which laws are looked for. */
export function numbersIn(samples: ColumnSamples): number[] {
  return featuresOf(samples, "number").slice(0, MAX_NUMBERS);
}

function evidenceOf(samples: ColumnSamples, law: Law, sample: number): number {
  if (law.kind === "not-before") {
    const difference = numberAt(samples, law.second, sample) - numberAt(samples, law.first, sample);
    return !(difference < 0) ? 0 : Math.max(law.apart, floorEvidence(law.floor, difference));
  }
  return keepsLaw(samples, law, sample) === false ? law.evidence : 0;
}

function featuresIn(law: Law): number[] {
  return law.kind === "not-before" ? [law.second, law.first] : [law.whole, ...law.parts];
}

function expectedBy(samples: ColumnSamples, law: Law, sample: number): number | null {
  return law.kind === "not-before" ? null : wholeBy(samples, law, sample);
}

function noteOf(samples: ColumnSamples, law: Law, sample: number): Note {
  if (law.kind !== "not-before") return lawNote(samples, law, sample);
  const cellOf = (feature: number) => {
    const value = numberAt(samples, feature, sample);
    return samples.columns[feature]!.kind === "time" ? dayOf(value) : value; // features of the samples
  };
  const [other, column] = [samples.features[law.first]!, samples.features[law.second]!]; // features of the samples
  const isTime = samples.columns[law.first]!.kind === "time"; // one of the features
  const values = { column, value: cellOf(law.second), other, otherValue: cellOf(law.first) };
  return { code: isTime ? "column-finding.before" : "column-finding.below", values };
}
