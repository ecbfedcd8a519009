import { defaultsOf, type ParamSchema } from "../detect/param-schema";
import type { DetectorInstance } from "./settings";

/** What must be known of a detector to set it up. */
export interface DetectorOutline {
  readonly id: string;
  readonly params: ParamSchema;
  /** It knows its own error, and has no part in a consensus unless a person says so. */
  readonly tests?: boolean;
}

const MAX_INSTANCE_NUMBER = 9999;

/** The id of the instance of a detector that is called its first, second ... */
export function instanceId(detector: string, number: number): string {
  return number === 1 ? detector : `${detector}-${number}`;
}

/** Which of its detector's instances this is, counted from 1; null where its id is none of that detector's. */
export function instanceNumber({ id, detector }: Pick<DetectorInstance, "id" | "detector">): number | null {
  if (id === detector) return 1;
  const number = id.startsWith(`${detector}-`) ? Number(id.slice(detector.length + 1)) : NaN;
  return Number.isInteger(number) && number >= 2 && number <= MAX_INSTANCE_NUMBER && instanceId(detector, number) === id
    ? number
    : null;
}

/** The first instance of a detector, with its defaults. */
export function firstInstance({ id, params }: DetectorOutline): DetectorInstance {
  return { id, detector: id, params: defaultsOf(params) };
}

/** Another instance set up like `one`, under the first number that none of `others` bears. */
export function duplicateOf(one: DetectorInstance, others: readonly Pick<DetectorInstance, "id">[]): DetectorInstance {
  const taken = new Set(others.map(({ id }) => id));
  let number = 2;
  while (taken.has(instanceId(one.detector, number))) number++;
  return { ...one, id: instanceId(one.detector, number) };
}
