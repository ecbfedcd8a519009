import { wordsOf } from "./role-names";

const timeWords = new Set("time date timestamp datetime ts day dt at epoch unixtime created updated".split(" "));

/** "timestamp", "createdAt", "order_date": the name of moments in time. */
export function saysTime(name: string): boolean {
  return wordsOf(name).some((word) => timeWords.has(word));
}
