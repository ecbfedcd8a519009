import type { Part } from "../core/detect/part";
import { distancesOfRows } from "./neighbours/distances-of-rows";
import { neighboursOfRows } from "./neighbours/neighbours-of-rows";

/** What stands in the list is only told apart by its id: who asks for a part knows what it takes and answers. */
const parts: readonly Part<never, never, unknown>[] = [neighboursOfRows, distancesOfRows];

/** The part of that id. */
export function partById(id: string): Part<unknown, unknown, unknown> {
  const part = parts.find((one) => one.id === id);
  if (!part) throw new Error(`no part is called ${id}`);
  return part;
}
