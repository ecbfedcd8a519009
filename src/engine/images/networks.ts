import { contentHashOf } from "../../core/data/content-hash";
import { Failure } from "../../core/data/failure";
import { badNetwork } from "../../core/images/bad-network";
import { hashOf } from "../../core/detect/run-key";
import type { ImagesKind } from "../../core/kinds/images-kind";
import type { PretrainedNetwork } from "../../detectors/neural/images/pretrained";
import type { SuppliedNetworkCard } from "../protocol";

type NetworkFile = { readonly path: string; readonly blob: Blob };

/** A network, and the layers of it whose answers are the features. */
export interface Tapped {
  readonly network: PretrainedNetwork;
  readonly layers: readonly string[];
  /** Tells it from others. */
  readonly key: string;
}

/** The networks through which images can be looked at: the one that comes with the page, and those that a person supplied. */
export function createNetworks() {
  const supplied = new Map<string, PretrainedNetwork>();
  let own: Promise<PretrainedNetwork> | null = null;

  return {
    /** Loads the network that the recipe names, once. Rejects with "no-network" where it is not here. */
    async get(wanted: ImagesKind["network"]): Promise<Tapped> {
      if (wanted === "mobilenet-v2") {
        const { MOBILENET_LAYERS } = await import("../../detectors/neural/images/deep-features");
        own ??= openOwn();
        try {
          return { network: await own, layers: MOBILENET_LAYERS, key: wanted };
        } catch (error) {
          own = null;
          throw new Failure({ code: "no-network", values: { name: "MobileNetV2" }, detail: String(error) });
        }
      }
      const network = supplied.get(wanted.id);
      if (!network) throw new Failure({ code: "no-network", values: { name: wanted.name } });
      const layers = wanted.layers.filter((name) => network.layers.some((layer) => layer.name === name));
      return { network, layers, key: JSON.stringify([wanted.id, layers]) };
    },
    /** Takes in model.json and its weight files. Rejects with "bad-network" where they are no network of layers. */
    async supply(files: readonly NetworkFile[]): Promise<SuppliedNetworkCard> {
      const model =
        files.find(({ path }) => nameOf(path) === "model.json") ?? files.find(({ path }) => /\.json$/i.test(path));
      if (!model) throw badNetwork("no-model");
      const text = await model.blob.text();
      const { openNetwork } = await import("../../detectors/neural/images/pretrained");
      const contents = [text];
      const network = await openNetwork(text, async (path) => {
        const file = files.find((one) => nameOf(one.path) === nameOf(path));
        if (!file) throw badNetwork("no-weights", { file: nameOf(path) });
        const weights = await file.blob.arrayBuffer();
        contents.push(nameOf(path), contentHashOf(new Uint8Array(weights)));
        return weights;
      });
      const { layers } = network;
      if (layers.length === 0) throw badNetwork("no-grid");
      const id = hashOf(JSON.stringify(contents));
      supplied.set(id, network);
      const name = folderOf(model.path) ?? nameOf(model.path);
      return { id, name, layers, suggested: suggestedLayers(layers) };
    },
  };
}

export type Networks = ReturnType<typeof createNetworks>;

async function openOwn(): Promise<PretrainedNetwork> {
  const { openNetwork } = await import("../../detectors/neural/images/pretrained");
  // Built, this file lies one folder below the page; a worker of its own has no address that the page has.
  const folder = new URL(`${import.meta.env.DEV ? "/" : "../"}models/mobilenet-v2/`, import.meta.url);
  const load = async (path: string) => {
    const answer = await fetch(new URL(path, folder));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  };
  const model = await (await load("model.json")).text();
  return openNetwork(model, async (path) => (await load(path)).arrayBuffer());
}

/** Three layers at different depths: the last ones that answer with about a quarter, an eighth and a sixteenth of the largest grid. */
function suggestedLayers(layers: SuppliedNetworkCard["layers"]): string[] {
  const largest = layers.reduce((most, { height }) => Math.max(most, height), 1);
  const found = [2, 4, 8, 16].flatMap((part) => {
    const fitting = layers.filter(({ height }) => Math.round(largest / height) === part);
    return fitting.at(-1)?.name ?? [];
  });
  return found.length > 0 ? found.slice(-3) : layers.slice(-1).map(({ name }) => name);
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

function folderOf(path: string): string | null {
  return path.split("/").at(-2) ?? null;
}
