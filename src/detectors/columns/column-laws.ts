import { breachEvidence, isLaw, StrongestEvidence } from "../../core/findings/evidence";
import { floorEvidence, floorOf, MAX_BELOW, type Floor } from "../../core/findings/floor";
import type { Note } from "../../core/data/note";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { defineColumnTest } from "./column-test";
import { dayOf } from "./row-order";
import { numberAt, rounded } from "./value-reasons";

/** What two or three columns keep to in all rows but a few. */
type Law =
  | { readonly kind: "not-before"; readonly first: number; readonly second: number; readonly floor: Floor }
  | {
      readonly kind: "product" | "sum";
      readonly parts: readonly [number, number];
      readonly whole: number;
      readonly tolerance: number;
      readonly evidence: number;
    };

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
/** What nine of ten rows keep to the last digit is no chance: so much the more sure is a row that breaks it. */
const LAW_EVIDENCE = 3;
/** A law is first looked for in so many rows. */
const ROWS_LOOKED_AT = 200;
const MIN_SHARE_LOOKED_AT = 0.9;
/** Of at most twice as many rows as are looked at, more breaches are no law. */
const MOST_BREACHES_LOOKED_AT = 2 * ROWS_LOOKED_AT * (1 - MIN_SHARE_LOOKED_AT);
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
    const numbers = featuresOf(samples, "number").slice(0, MAX_NUMBERS);
    const times = featuresOf(samples, "time").slice(0, MAX_TIMES);
    const laws: Law[] = [];
    // Triples are only looked at where nine of ten rows keep the law, which no chance does.
    const tried = times.length * (times.length - 1) + numbers.length * (numbers.length - 1);
    for (const [at, first] of times.entries()) {
      for (const second of times) if (second !== first) laws.push(...orderLaw(samples, first, second));
      await context.checkpoint((0.3 * (at + 1)) / times.length);
    }
    for (const [at, whole] of numbers.entries()) {
      const tolerance = toleranceOf(samples, whole);
      for (const one of numbers) {
        if (one !== whole && samples.count >= MIN_ROWS_OF_NUMBERS) laws.push(...orderLaw(samples, one, whole));
        for (const other of numbers)
          if (one < other && one !== whole && other !== whole)
            laws.push(...arithmeticLaws(samples, [one, other], whole, tolerance));
      }
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
        Float64Array.from({ length: samples.count }, (_, sample) => evidenceOf(samples, law, sample)),
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
  if (shuffled < MIN_SHUFFLED_SHARE * differences.length) return [];
  const floor = floorOf(Float64Array.from(differences).sort());
  if (!floor || floor.below === 0 || !isLaw(floor.below, differences.length)) return [];
  return [{ kind: "not-before", first, second, floor }];
}

/** The numbers that say nothing new: in nearly all rows the product or the sum of two others. */
export function wholesOf(samples: ColumnSamples): number[] {
  const numbers = featuresOf(samples, "number").slice(0, MAX_NUMBERS);
  const step = Math.max(1, Math.floor(samples.count / ROWS_LOOKED_AT));
  return numbers.filter((whole) => {
    const tolerance = toleranceOf(samples, whole);
    const others = numbers.filter((one) => one !== whole);
    return others.some((one, at) =>
      others
        .slice(at + 1)
        .some((other) =>
          ARITHMETIC_LAWS.some(
            (kind) =>
              shareKept(samples, { kind, parts: [one, other], whole, tolerance, evidence: 0 }, step) >=
              MIN_SHARE_LOOKED_AT,
          ),
        ),
    );
  });
}

const ARITHMETIC_LAWS = ["product", "sum"] as const;

function arithmeticLaws(
  samples: ColumnSamples,
  parts: readonly [number, number],
  whole: number,
  tolerance: number,
): Law[] {
  return ARITHMETIC_LAWS.flatMap((kind): Law[] => {
    const candidate = { kind, parts, whole, tolerance, evidence: 0 };
    const step = Math.max(1, Math.floor(samples.count / ROWS_LOOKED_AT));
    if (shareKept(samples, candidate, step) < MIN_SHARE_LOOKED_AT) return [];
    let known = 0;
    let breaches = 0;
    for (let sample = 0; sample < samples.count; sample++) {
      const kept = keeps(samples, candidate, sample);
      if (kept === null) continue;
      known++;
      if (!kept) breaches++;
    }
    if (breaches === 0 || !isLaw(breaches, known)) return [];
    return [{ ...candidate, evidence: LAW_EVIDENCE + breachEvidence(breaches, known) }];
  });
}

type Arithmetic = Extract<Law, { kind: "product" | "sum" }>;

function shareKept(samples: ColumnSamples, law: Arithmetic, step: number): number {
  let known = 0;
  let kept = 0;
  for (let sample = 0; sample < samples.count; sample += step) {
    const own = keeps(samples, law, sample);
    if (own === null) continue;
    known++;
    if (own) kept++;
    else if (known - kept > MOST_BREACHES_LOOKED_AT) return 0;
  }
  return known < ROWS_LOOKED_AT / 10 ? 0 : kept / known;
}

/** Whether a row keeps the law; null where a cell is missing. */
function keeps(samples: ColumnSamples, law: Arithmetic, sample: number): boolean | null {
  const whole = numberAt(samples, law.whole, sample);
  const said = wholeBy(samples, law, sample);
  if (Number.isNaN(whole) || Number.isNaN(said)) return null;
  return Math.abs(whole - said) <= Math.max(law.tolerance, 1e-9 * Math.abs(said));
}

function wholeBy(samples: ColumnSamples, { kind, parts }: Arithmetic, sample: number): number {
  const [one, other] = [numberAt(samples, parts[0], sample), numberAt(samples, parts[1], sample)];
  return kind === "product" ? one * other : one + other;
}

/** What rounding to the digits that the column is written with takes away. */
function toleranceOf(samples: ColumnSamples, feature: number): number {
  const step = Math.max(1, Math.floor(samples.count / ROWS_LOOKED_AT));
  let decimals = 0;
  for (let sample = 0; sample < samples.count; sample += step) {
    const [, digits = ""] = String(numberAt(samples, feature, sample)).split(".");
    decimals = Math.max(decimals, Math.min(digits.length, 6));
  }
  return 0.6 * 10 ** -decimals;
}

function evidenceOf(samples: ColumnSamples, law: Law, sample: number): number {
  if (law.kind === "not-before") {
    const difference = numberAt(samples, law.second, sample) - numberAt(samples, law.first, sample);
    return Number.isNaN(difference) ? 0 : floorEvidence(law.floor, difference);
  }
  return keeps(samples, law, sample) === false ? law.evidence : 0;
}

function featuresIn(law: Law): number[] {
  return law.kind === "not-before" ? [law.second, law.first] : [law.whole, ...law.parts];
}

function expectedBy(samples: ColumnSamples, law: Law, sample: number): number | null {
  return law.kind === "not-before" ? null : wholeBy(samples, law, sample);
}

function noteOf(samples: ColumnSamples, law: Law, sample: number): Note {
  const nameOf = (feature: number) => samples.features[feature]!; // features of the samples
  const cellOf = (feature: number) => {
    const value = numberAt(samples, feature, sample);
    return samples.columns[feature]!.kind === "time" ? dayOf(value) : value; // features of the samples
  };
  if (law.kind === "not-before") {
    const isTime = samples.columns[law.first]!.kind === "time"; // one of the features
    return {
      code: isTime ? "column-finding.before" : "column-finding.below",
      values: {
        column: nameOf(law.second),
        value: cellOf(law.second),
        other: nameOf(law.first),
        otherValue: cellOf(law.first),
      },
    };
  }
  return {
    code: `column-finding.not-${law.kind}`,
    values: {
      column: nameOf(law.whole),
      value: cellOf(law.whole),
      one: nameOf(law.parts[0]),
      other: nameOf(law.parts[1]),
      expected: rounded(wholeBy(samples, law, sample)),
    },
  };
}
