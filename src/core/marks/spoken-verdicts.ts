import type { Mark } from "../project/mark";
import { guessStrange } from "../truth/guess-strange";

/** What the words of a file are taken for, each as a verdict. */
export interface SpokenVerdicts {
  /** Of each word in the order given; null: it says nothing. */
  readonly verdicts: readonly (Mark["verdict"] | null)[];
  /** The different words that are taken for an anomaly, and for none. */
  readonly strange: readonly string[];
  readonly ordinary: readonly string[];
}

const open = new Set("unsure ? unknown maybe unclear undecided n/a".split(" "));
const nothing = new Set(["", "-"]);
/** How the verdicts are written in files of our own, and in words. */
const ours: ReadonlyMap<string, Mark["verdict"]> = new Map([
  ["anomaly", "anomaly"],
  ["not-anomaly", "not-anomaly"],
  ["not an anomaly", "not-anomaly"],
]);
/** With more different words than this a column tells something else than verdicts. */
const MAX_WORDS = 50;

/**
 * What people write in a column of verdicts: our own words, words that leave it open, and else the words that seem to
 * mean strange, by the same guess as of a label. Null where the words are too many, or say nothing.
 */
export function spokenVerdicts(name: string, words: readonly string[]): SpokenVerdicts | null {
  const plain = words.map((word) => word.trim());
  const counts = new Map<string, number>();
  for (const word of plain) {
    const isOther = !nothing.has(word) && !open.has(word.toLowerCase()) && !ours.has(word.toLowerCase());
    if (isOther) counts.set(word, (counts.get(word) ?? 0) + 1);
    if (counts.size > MAX_WORDS) return null;
  }
  const others = [...counts].map(([value, count]) => ({ value, count }));
  const strange = new Set(strangeOf(name, others));
  const verdictOf = (word: string): Mark["verdict"] | null => {
    if (nothing.has(word)) return null;
    const own = ours.get(word.toLowerCase());
    if (own) return own;
    if (open.has(word.toLowerCase())) return "unsure";
    return strange.has(word) ? "anomaly" : "not-anomaly";
  };
  const verdicts = plain.map(verdictOf);
  if (verdicts.every((one) => one === null)) return null;
  const distinct = [...new Set(plain)];
  return {
    verdicts,
    strange: distinct.filter((word) => verdictOf(word) === "anomaly"),
    ordinary: distinct.filter((word) => verdictOf(word) === "not-anomaly"),
  };
}

const affirmative = new Set("1 true yes y x".split(" "));
const negative = new Set("0 false no n".split(" "));

/** A single word stands for what it says; of several, those of a label that seem strange. */
function strangeOf(name: string, words: readonly { readonly value: string; readonly count: number }[]) {
  const known = words.filter(({ value }) => affirmative.has(value.toLowerCase()) || negative.has(value.toLowerCase()));
  // A column called mark or verdict asks whether a row is strange.
  if (known.length === words.length)
    return known.flatMap(({ value }) => (negative.has(value.toLowerCase()) ? [] : [value]));
  if (words.length > 1) return guessStrange(name, words).strange;
  return guessStrange(name, [...words, { value: "normal", count: 0 }]).strange;
}
