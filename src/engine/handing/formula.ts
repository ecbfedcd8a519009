import type { KeptModel } from "../../core/models/kept-model";
import type { GraphInput } from "../../core/onnx/recipe-graph";
import type { FittedFeature, FittedRecipe } from "../../core/prepare/fitted-recipe";

/** Detectors of one formula: what they learned is some numbers by column. */
const KINDS: Readonly<Record<string, "bands" | "ellipsoid">> = {
  "robust-z": "bands",
  "z-score": "bands",
  "mean-sd": "bands",
  iqr: "bands",
  mahalanobis: "ellipsoid",
  mcd: "ellipsoid",
};

/** A model of one formula with all its numbers, as JSON; null of any other. */
export function formulaOf({ members, rule, basis }: KeptModel, inputs: readonly GraphInput[]): object | null {
  const [member] = members;
  const fitted = basis.recipes[0]?.fitted;
  const kind = member && KINDS[member.detector];
  if (!kind || !fitted || rule !== null) return null;
  return { kind, recipe: recipeOf(fitted, inputs), model: plain(member.model) };
}

function recipeOf({ sources, features, group, dropMissing }: FittedRecipe, inputs: readonly GraphInput[]): object {
  const inputOf = (from: number) => {
    const { position, kind } = sources[from]!; // an index into them
    return inputs.find((one) => one.position === position && one.kind === kind)?.input ?? "";
  };
  const featureOf = ({ from, source, fill, log, scaling, within }: FittedFeature) => ({
    column: inputOf(from),
    source: plain(source),
    fill,
    log,
    ...scaling,
    within: plain(within),
  });
  return {
    features: features.map(featureOf),
    group: group && { column: inputOf(group.from), keys: group.keys },
    needed: dropMissing.map(inputOf),
  };
}

/** Arrays of numbers as JSON knows them. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array); // what models hold are arrays of numbers
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
}
