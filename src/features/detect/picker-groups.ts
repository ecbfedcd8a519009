import { detectorVerdicts, type DetectorVerdict } from "../../core/detect/recommend";
import type { Family } from "../../core/detect/detector";
import type { TableFacts } from "../../core/detect/table-facts";
import type { DetectorCard } from "../../state/catalogue";

export interface Offer {
  readonly detector: DetectorCard;
  readonly verdict: DetectorVerdict | null;
}

export interface OfferGroup {
  readonly title: "named" | "recommended" | Family;
  readonly offers: readonly Offer[];
}

/**
 * The detectors of the picker: those that suit the table first, then those made for its kind of row, family by family;
 * empty groups are left out. `recommended` are the ids of those that rank such rows best together.
 */
export function groupOffers(
  unsorted: readonly DetectorCard[],
  facts: TableFacts | null,
  recommended: readonly string[] = [],
): OfferGroup[] {
  // Those that fit plain rows fit other kinds of rows, too, and were made for none of these.
  const isMadeFor = ({ accepts }: DetectorCard) => accepts !== "matrix";
  const cards = [...unsorted].sort((a, b) => Number(isMadeFor(b)) - Number(isMadeFor(a)));
  const verdicts = facts ? detectorVerdicts(facts) : [];
  const verdictOf = (id: string) => verdicts.find(({ detector }) => detector === id) ?? null;
  const good = [...new Set([...recommended, ...verdicts.map(({ detector }) => detector)])].flatMap((id): Offer[] => {
    const detector = cards.find((card) => card.id === id);
    const verdict = verdictOf(id);
    const suits = recommended.includes(id) ? verdict?.verdict !== "careful" : verdict?.verdict === "good";
    return detector && suits ? [{ detector, verdict }] : [];
  });
  const others = cards.filter((card) => good.every(({ detector }) => detector !== card));
  const families = [...new Set(others.map(({ family }) => family))];
  const rest = families.map((title): OfferGroup => ({
    title,
    offers: others
      .filter(({ family }) => family === title)
      .map((detector) => ({
        detector,
        verdict: verdictOf(detector.id),
      })),
  }));
  return good.length > 0 ? [{ title: "recommended", offers: good }, ...rest] : rest;
}

/** The same, but those whose name was searched for come before all others. */
export function namedFirst(groups: readonly OfferGroup[], isNamed: (card: DetectorCard) => boolean): OfferGroup[] {
  const part = (offers: readonly Offer[], named: boolean) =>
    offers.filter(({ detector }) => isNamed(detector) === named);
  const all: OfferGroup[] = [
    { title: "named", offers: groups.flatMap(({ offers }) => part(offers, true)) },
    ...groups.map(({ title, offers }) => ({ title, offers: part(offers, false) })),
  ];
  return all.filter(({ offers }) => offers.length > 0);
}
