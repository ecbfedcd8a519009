import type { Note } from "../data/note";
import type { ConsensusRule } from "../score/consensus";
import { recommendRules, type RecommendRule } from "./recommend-rules";
import type { TableFacts } from "./table-facts";

/** What the table says about one detector. Whoever is not named suits the table neither better nor worse. */
export interface DetectorVerdict {
  readonly detector: string;
  readonly verdict: "good" | "careful";
  /** The weightiest first; at least one. */
  readonly reasons: readonly Note[];
}

/** What ranks such rows best together, before a person has chosen. */
export interface Recommendation {
  /** One to three detectors that look at rows in different ways, the first to be shown first. */
  readonly members: readonly string[];
  /** How their scores become one. */
  readonly rule: ConsensusRule;
  /** How much those count that do not count as 1, by id. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Why these, and why a usual one is missing. */
  readonly reasons: readonly Note[];
}

/**
 * Detectors that look at rows in the same way sit in one family, the one that ranks best on labelled tables first; so do
 * the families.
 */
const DETECTOR_FAMILIES: readonly (readonly string[])[] = [
  ["unsuspicious-neighbours"],
  ["autoencoder"],
  ["mcd", "mahalanobis", "pca"],
  ["isolation-forest"],
  ["knn"],
  ["robust-z"],
  ["ecod", "copod", "hbos"],
  ["k-means", "cblof"],
];
/**
 * It has heard three others before it measures: beside it stands the first of these that has enough rows to learn how
 * columns belong together, and nothing where none has, for what else there is has been heard.
 */
const LEADING_DETECTOR = "unsuspicious-neighbours";
const BESIDE_LEADING: readonly string[] = ["autoencoder", "mcd"];
/** Without it the mean of three is steadier than any of them. */
const WITHOUT_LEADING = 3;
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
 * The detectors to run together on such a table, each from another family: the one that ranks best on labelled tables
 * and, where there are rows enough, one that learns how columns belong together; where the first does not suit the table,
 * the three that suit it best. The reasons say what speaks for them, and why a usual one is missing.
 */
export function recommendedFor(facts: TableFacts, isChosen = false): Recommendation {
  const known = new Map(detectorVerdicts(facts).map((one) => [one.detector, one]));
  const seats = DETECTOR_FAMILIES.flatMap((family) => {
    const free = family.filter((detector) => known.get(detector)?.verdict !== "careful");
    const best = free.find((detector) => known.has(detector)) ?? free[0];
    return best === undefined ? [] : [best];
  });
  const leads = known.get(LEADING_DETECTOR)?.verdict === "good";
  // Where a person chose the rows to learn from, distances to these alone rank best.
  if (leads && isChosen)
    return { members: [LEADING_DETECTOR], rule: "scaled", reasons: [{ code: "recommend.rows-chosen" }] };
  const others = seats.filter((one) => one !== LEADING_DETECTOR);
  const members = leads
    ? [LEADING_DETECTOR, ...BESIDE_LEADING.filter((one) => known.get(one)?.verdict === "good").slice(0, 1)]
    : [...others.filter((one) => known.has(one)), ...others.filter((one) => !known.has(one))].slice(0, WITHOUT_LEADING);
  const usual = [LEADING_DETECTOR, ...BESIDE_LEADING.slice(0, 1)];
  const spoken = [...members, ...usual.filter((one) => !members.includes(one))];
  const reasons = new Map(
    spoken.flatMap((detector) => {
      const reason = known.get(detector)?.reasons[0];
      return reason ? [[reason.code, reason] as const] : [];
    }),
  );
  // How far each puts a row from its usual score says more than the places alone.
  return { members, rule: "scaled", reasons: [...reasons.values()] };
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
