import { defaultsOf, type AnyParamValues } from "../../src/core/detect/param-schema";
import { detectors } from "../../src/detectors/registry";

/** What can be judged on a table: a name for its rows in the report, and its settings. */
export interface Subject {
  readonly id: string;
  readonly params: AnyParamValues;
}

/** Every registered detector with the defaults of the product; choices that combine several of them join here. */
export function subjects(): readonly Subject[] {
  return detectors.map(({ id, params }) => ({ id, params: defaultsOf(params) }));
}
