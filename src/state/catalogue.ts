import { instanceNumber } from "../core/project/instance";
import { detectorCards, type DetectorCard } from "./detector-cards";

export type { DetectorCard };

/** Every detector there is, in the order of the picker. */
export const catalogue: readonly DetectorCard[] = detectorCards;

const cards = new Map(catalogue.map((card) => [card.id, card]));

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
