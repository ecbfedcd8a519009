import type { io } from "@tensorflow/tfjs-core";
import { badNetwork } from "../../../core/images/bad-network";

/** What TensorFlow.js makes a network of layers from. */
export type Artifacts = Required<Pick<io.ModelArtifacts, "modelTopology" | "weightSpecs" | "weightData">>;

/** An image's side where the network takes any. */
const USUAL_SIDE = 224;

/**
 * Reads model.json and the weight files that it names, in their order. Throws Failure "bad-network" where the text is no
 * network of layers; `weightsOf` throws for a file that is not there.
 */
export async function artifactsOf(
  model: string,
  weightsOf: (path: string) => Promise<ArrayBuffer>,
): Promise<Artifacts> {
  const { modelTopology, weightsManifest } = parsed(model);
  const parts: ArrayBuffer[] = [];
  for (const path of weightsManifest.flatMap(({ paths }) => paths)) parts.push(await weightsOf(path));
  return {
    modelTopology: sized(modelTopology),
    weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
    weightData: parts,
  };
}

function parsed(model: string): { modelTopology: object; weightsManifest: io.WeightsManifestConfig } {
  let json: unknown;
  try {
    json = JSON.parse(model);
  } catch (error) {
    throw badNetwork("not-json", { detail: String(error) });
  }
  // Checked below as far as it is used here; TensorFlow.js checks the rest.
  const { modelTopology, weightsManifest } = Object(json) as { modelTopology?: unknown; weightsManifest?: unknown };
  if (
    isObject(modelTopology) &&
    ("model_config" in modelTopology || "config" in modelTopology) &&
    isManifest(weightsManifest)
  )
    return { modelTopology, weightsManifest };
  throw badNetwork("no-layers");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isManifest(value: unknown): value is io.WeightsManifestConfig {
  return (
    Array.isArray(value) &&
    value.every(
      (group: unknown) =>
        isObject(group) &&
        "paths" in group &&
        Array.isArray(group.paths) &&
        group.paths.every((path) => typeof path === "string") &&
        "weights" in group &&
        Array.isArray(group.weights),
    )
  );
}

/** A network that takes images of any size is given one, so that its layers have sizes. */
function sized(topology: object): object {
  // Plain JSON comes back as it went.
  return JSON.parse(JSON.stringify(topology), (key, value: unknown) => {
    if (key !== "batch_input_shape" || !Array.isArray(value) || value.length !== 4) return value;
    const [count, height, width, channels] = value as unknown[];
    return [count, height ?? USUAL_SIDE, width ?? USUAL_SIDE, channels];
  }) as object;
}
