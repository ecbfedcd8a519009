/** Expected false findings that the members guard themselves by; a person's own number is applied after them. */
const EXPECTED_FALSE_ONES = 0.2;
/** What alone says "stands out" of more than this describes the table and not its strangers: a share, and rows. */
const MAX_FOUND_SHARE = 0.01;
const MIN_FOUND_ALLOWED = 5;
/** Of few rows so many, but no larger share: more are a group of their own. */
const FEW_FOUND_ALLOWED = 2;
const MAX_FOUND_SHARE_OF_FEW = 0.02;

/** The evidence from which on a sample stands out among `count`, when so many false ones are expected. */
export function evidenceNeeded(count: number, expected = EXPECTED_FALSE_ONES): number {
  return Math.log10(Math.max(1, count) / expected);
}

/**
 * Whether a test may speak at all: what it takes for ordinary does not fit where it finds more than a hundredth (and more
 * than five, of few rows more than two) to stand out. `tests` is how many such tests are taken together.
 */
export function isBelievable(evidence: Float64Array, tests: number): boolean {
  const needed = evidenceNeeded(evidence.length) + Math.log10(Math.max(1, tests));
  let found = 0;
  for (const one of evidence) if (one >= needed) found++;
  return found <= mostFoundAmong(evidence.length);
}

/** How many may stand out among so many and still be strangers. */
function mostFoundAmong(count: number): number {
  const ofFew = Math.max(FEW_FOUND_ALLOWED, Math.min(MIN_FOUND_ALLOWED, MAX_FOUND_SHARE_OF_FEW * count));
  return Math.max(ofFew, MAX_FOUND_SHARE * count);
}

/** The largest evidence of several tests of the same samples, less what trying several costs; `which` names the test. */
export class StrongestEvidence {
  readonly evidence: Float64Array;
  readonly which: Int32Array;
  /** What is taken off each: evidence up to so much counts as none. */
  readonly cost: number;

  constructor(count: number, tests: number) {
    this.cost = Math.log10(Math.max(1, tests));
    this.evidence = new Float64Array(count);
    this.which = new Int32Array(count).fill(-1);
  }

  /** Takes what test number `test` says of each sample, or of those from one on. */
  add(test: number, evidence: Float64Array, from = 0): void {
    const { cost } = this;
    for (let at = 0; at < evidence.length; at++) {
      const sample = from + at;
      const own = evidence[at]! - cost; // at < length
      if (own <= this.evidence[sample]!) continue; // one for each sample
      this.evidence[sample] = own;
      this.which[sample] = test;
    }
  }
}

/** Such a share of the rows may break a law of the table before it is none; of few rows so many, but no larger share. */
const MAX_BREACH_SHARE = 0.005;
const MAX_BREACHES = 5;
const MAX_BREACH_SHARE_OF_FEW = 0.02;
/** A law shows in no fewer rows. */
const MIN_ROWS_OF_LAW = 40;

/** Whether all but a few of `count` rows keep to something. */
export function isLaw(breaches: number, count: number): boolean {
  const ofFew = Math.max(1, Math.min(MAX_BREACHES, MAX_BREACH_SHARE_OF_FEW * count));
  return count >= MIN_ROWS_OF_LAW && breaches <= Math.max(ofFew, MAX_BREACH_SHARE * count);
}

/**
 * The evidence of a row that breaks what all but `breaches` of `count` rows keep to: as rare as such rows are, once for
 * the row and once more for the doubt that it was a law at all.
 */
export function breachEvidence(breaches: number, count: number): number {
  return 2 * Math.log10(Math.max(1, count) / Math.max(1, breaches));
}
