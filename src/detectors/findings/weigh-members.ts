import { scoresOfTest, type TestOutcome } from "../../core/detect/test-outcome";

/** False findings that are expected of a table where a person has said nothing else. */
const EXPECTED_FALSE = 0.2;
/** A member that alone calls more than this share strange, and more than a few, takes something ordinary for strange. */
const MAX_STRANGE_SHARE = 0.01;
const MAX_STRANGE_FEW = 5;
/** No member: nobody has evidence of the sample. */
const NO_MEMBER = 255;

/** What the members that spoke say together of each sample. */
export interface JoinedEvidence {
  readonly evidence: Float64Array;
  /** Which member has the most evidence, by its place among all; NO_MEMBER where none has any. */
  readonly teller: Uint8Array;
}

/** From which evidence on a sample stands out, where `expected` of `count` ordinary ones are to do so by mistake. */
function leastEvidence(count: number, expected: number): number {
  return Math.log10(Math.max(1, count) / expected);
}

/** Whether a member calls so much strange that what it takes for ordinary cannot fit. Neighbours of equal evidence are one thing. */
export function saysTooMuch(outcome: TestOutcome, count: number): { readonly stand: number } | null {
  if (outcome.kind === "silent") return null;
  const scores = scoresOfTest(outcome, count);
  const least = leastEvidence(count, EXPECTED_FALSE);
  let stand = 0;
  for (let sample = 0; sample < count; sample++)
    if (scores[sample]! >= least && scores[sample] !== scores[sample - 1]) stand++; // NaN before the first
  const most = Math.max(MAX_STRANGE_FEW, MAX_STRANGE_SHARE * (outcome.things ?? count));
  return stand > most ? { stand } : null;
}

/** The most evidence of any member, less what it takes to have asked so many. */
export function joinEvidence(outcomes: readonly (TestOutcome | null)[], count: number): JoinedEvidence {
  const evidence = new Float64Array(count);
  const teller = new Uint8Array(count).fill(NO_MEMBER);
  let spoke = 0;
  outcomes.forEach((outcome, member) => {
    if (outcome?.kind !== "tested") return;
    spoke++;
    const own = scoresOfTest(outcome, count);
    for (let sample = 0; sample < count; sample++)
      if (own[sample]! > evidence[sample]!) {
        evidence[sample] = own[sample]!;
        teller[sample] = member;
      }
  });
  const asked = Math.log10(Math.max(1, spoke));
  for (let sample = 0; sample < count; sample++) {
    evidence[sample] = Math.max(0, evidence[sample]! - asked);
    if (evidence[sample] === 0) teller[sample] = NO_MEMBER;
  }
  return { evidence, teller };
}
