import type { AnyParamValues } from "./param-schema";

/** What the parameter `learnFrom` is where only rows that the label calls ordinary are learned. */
export const LABELLED_NORMAL = "labelled-normal";

/** Whether a run with these parameters depends on which values of the label mean strange. */
export function learnsFromLabel({ learnFrom }: AnyParamValues): boolean {
  return learnFrom === LABELLED_NORMAL;
}
