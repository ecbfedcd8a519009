import { Failure } from "../core/data/failure";
import { instanceNumber } from "../core/project/instance";
import type { DetectorCard } from "./detector-cards";

export type { DetectorCard };

/** What is known of the detectors: their cards, and which of them run at once on rows and images. */
type Known = Readonly<typeof import("./detector-cards")>;

const nothing: Known = { detectorCards: [], findingsSet: {}, quickSet: [], imagesQuickSet: [] };

let known = nothing;
let cards: ReadonlyMap<string, DetectorCard> = new Map();
let fetching: Promise<void> | null = null;

/**
 * Fetches what is known of the detectors, once; the start page does without it. Rejects with "part-missing" where it
 * cannot be fetched; the next call tries again.
 */
export function fetchCatalogue(): Promise<void> {
  fetching ??= import("./detector-cards").then(
    ({ detectorCards, findingsSet, quickSet, imagesQuickSet }) => {
      known = { detectorCards, findingsSet, quickSet, imagesQuickSet };
      cards = new Map(detectorCards.map((card) => [card.id, card]));
    },
    (error: unknown) => {
      fetching = null;
      throw new Failure({ code: "part-missing", detail: String(error) });
    },
  );
  return fetching;
}

/** Whether what is known of the detectors is there. */
export function isCatalogueHere(): boolean {
  return known !== nothing;
}

/** Every detector there is, in the order of the picker; none before they were fetched. */
export function allDetectors(): readonly DetectorCard[] {
  return known.detectorCards;
}

/** Ids of the detectors that run at once, by what they are made for; none before they were fetched. */
export function quickSets(): Omit<Known, "detectorCards"> {
  return known;
}

/** The card of a detector, by its id or by that of one of its instances; undefined when there is none. */
export function detectorCardOf(id: string): DetectorCard | undefined {
  return cards.get(id) ?? cards.get(id.replace(/-\d+$/, ""));
}

/** What an instance, or the consensus, is called by: its detector, and which of its instances it is. */
export interface NamedInstance {
  readonly id: string;
  readonly label: string;
  readonly number: number;
}

/** What the instance of that id is called by. */
export function namedInstance(id: string): NamedInstance {
  const card = detectorCardOf(id);
  if (!card) return { id, label: id, number: 1 };
  return { id: card.id, label: card.label, number: instanceNumber({ id, detector: card.id }) ?? 1 };
}
