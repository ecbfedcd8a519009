import type { Note } from "../data/note";
import { recommendRules, type RecommendRule } from "./recommend-rules";
import type { TableFacts } from "./table-facts";

/** What the table says about one detector. Whoever is not named suits the table neither better nor worse. */
export interface DetectorVerdict {
  readonly detector: string;
  readonly verdict: "good" | "careful";
  /** The weightiest first; at least one. */
  readonly reasons: readonly Note[];
}

export interface Recommendation {
  /** One to three detectors that look at rows in different ways, the first to be shown first. */
  readonly members: readonly string[];
  readonly reasons: readonly Note[];
}

/** Detectors that look at rows in the same way sit in one family, the one that ranks best on labelled tables first. */
const DETECTOR_FAMILIES: readonly (readonly string[])[] = [
  ["isolation-forest"],
  ["mcd", "mahalanobis", "pca"],
  ["knn"],
  ["robust-z"],
  ["ecod", "copod", "hbos"],
  ["k-means", "cblof"],
];
const RECOMMENDED_DETECTORS = 3;
/** The most robust of the detectors that learn how columns belong together. */
const RELATION_DETECTOR = "mcd";

/** What the rules say, detectors that suit the table first; a reason against outweighs reasons for. */
export function detectorVerdicts(facts: TableFacts): DetectorVerdict[] {
  const rules = recommendRules.filter((rule) => rule.holds(facts));
  const named = new Set([
    ...DETECTOR_FAMILIES.flat(),
    ...rules.flatMap(({ recommend, distrust }) => [...recommend, ...distrust]),
  ]);
  const verdicts = Array.from(named).flatMap((detector): DetectorVerdict[] => {
    const against = rules.filter(({ distrust }) => distrust.includes(detector));
    const reasons = against.length > 0 ? against : rules.filter(({ recommend }) => recommend.includes(detector));
    if (reasons.length === 0) return [];
    const verdict = against.length > 0 ? "careful" : "good";
    return [{ detector, verdict, reasons: reasons.map((rule) => noteOf(rule, facts)) }];
  });
  return [
    ...verdicts.filter(({ verdict }) => verdict === "good"),
    ...verdicts.filter(({ verdict }) => verdict === "careful"),
  ];
}

/**
 * The detectors to run together on such a table: at most three, each from another family, those that suit the table
 * before those of which nothing is known against. The reasons say what speaks for them, and why a usual one is missing.
 */
export function recommendedFor(facts: TableFacts): Recommendation {
  const known = new Map(detectorVerdicts(facts).map((one) => [one.detector, one]));
  const seats = DETECTOR_FAMILIES.flatMap((family) => {
    const free = family.filter((detector) => known.get(detector)?.verdict !== "careful");
    const best = free.find((detector) => known.has(detector)) ?? free[0];
    return best === undefined ? [] : [best];
  });
  const wanted = [...seats.filter((one) => known.has(one)), ...seats.filter((one) => !known.has(one))];
  const members = wanted.slice(0, RECOMMENDED_DETECTORS);
  const usual = DETECTOR_FAMILIES.slice(0, RECOMMENDED_DETECTORS).flatMap(([first]) => first ?? []);
  const spoken = [...members, ...usual.filter((one) => !members.includes(one))];
  const reasons = new Map(
    spoken.flatMap((detector) => {
      const reason = known.get(detector)?.reasons[0];
      return reason ? [[reason.code, reason] as const] : [];
    }),
  );
  return { members, reasons: [...reasons.values()] };
}

/**
 * What runs at once on such a table: the quick detectors, and the one that knows how columns belong together where the
 * table has enough rows to learn that from. With it their consensus ranks better than any of them alone.
 */
export function startingSetFor(quick: readonly string[], facts: TableFacts): readonly string[] {
  const suits = detectorVerdicts(facts).some(
    ({ detector, verdict }) => detector === RELATION_DETECTOR && verdict === "good",
  );
  return suits && !quick.includes(RELATION_DETECTOR) ? [...quick, RELATION_DETECTOR] : quick;
}

function noteOf(rule: RecommendRule, facts: TableFacts): Note {
  return { code: `recommend.${rule.id}`, values: rule.values(facts) };
}
