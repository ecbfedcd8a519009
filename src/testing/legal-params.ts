import fc from "fast-check";
import type { AnyParamValues, ParamSchema, ParamSpec } from "../core/detect/param-schema";

/** Any parameter values that a schema allows. */
export function legalParams(schema: ParamSchema): fc.Arbitrary<AnyParamValues> {
  return fc.record(Object.fromEntries(Object.entries(schema).map(([name, spec]) => [name, legalValue(spec)])));
}

function legalValue(spec: ParamSpec): fc.Arbitrary<number | string | boolean> {
  switch (spec.kind) {
    case "number":
      return fc.double({ min: spec.min, max: spec.max, noNaN: true });
    case "integer":
      return fc.integer({ min: spec.min, max: spec.max });
    case "choice":
      return fc.constantFrom(...spec.options);
    case "toggle":
      return fc.boolean();
    case "column":
      return fc.constantFrom("", "a", "no such column");
    default:
      return spec satisfies never;
  }
}

/** Values that a parameter must refuse. */
export function illegalValues(spec: ParamSpec): readonly unknown[] {
  switch (spec.kind) {
    case "number":
      return [spec.min - 1, spec.max + 1, Number.NaN, Number.POSITIVE_INFINITY, "1", undefined];
    case "integer":
      return [spec.min - 1, spec.max + 1, spec.min + 0.5, Number.NaN, "1", undefined];
    case "choice":
      return ["", "no such option", 0, undefined];
    case "toggle":
      return ["true", 1, undefined];
    case "column":
      return [0, true, undefined];
    default:
      return spec satisfies never;
  }
}
