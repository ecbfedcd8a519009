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

/** The detectors of the picker: those that suit the table first, the others by family; empty groups are left out. */
export function groupOffers(cards: readonly DetectorCard[], facts: TableFacts | null): OfferGroup[] {
  const verdicts = facts ? detectorVerdicts(facts) : [];
  const good = verdicts.flatMap((verdict): Offer[] => {
    const detector = cards.find(({ id }) => id === verdict.detector);
    return detector && verdict.verdict === "good" ? [{ detector, verdict }] : [];
  });
  const others = cards.filter((card) => good.every(({ detector }) => detector !== card));
  const families = [...new Set(others.map(({ family }) => family))];
  const rest = families.map((title): OfferGroup => ({
    title,
    offers: others
      .filter(({ family }) => family === title)
      .map((detector) => ({
        detector,
        verdict: verdicts.find((verdict) => verdict.detector === detector.id) ?? null,
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
