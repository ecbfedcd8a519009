import { detectorCards, type DetectorCard } from "./detector-cards";

export type { DetectorCard };

/** Every detector there is, in the order of the picker. */
export const catalogue: readonly DetectorCard[] = detectorCards;

/** The card of that id; undefined when there is none, as in a session saved by another version. */
export function detectorCardOf(id: string): DetectorCard | undefined {
  return catalogue.find((card) => card.id === id);
}
