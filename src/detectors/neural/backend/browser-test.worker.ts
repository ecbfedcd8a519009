/** Trains in a real module worker for autoencoder.browser.test.ts; the app never loads it. */
import { Cancelled, type Backend, type Context } from "../../../core/detect/context";
import { defaultsOf } from "../../../core/detect/param-schema";
import { matrixSamples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { autoencoder } from "../rebuilding/autoencoder";
import { rendererOf } from "./renderer";
import { loadTf, type Tf } from "./tf";

export interface Order {
  readonly backend: "auto" | Backend;
  readonly steps: number;
  readonly rounds: number;
  /** The checkpoint at which the graphics card is taken away, if ever. */
  readonly loseAt?: number;
}

export type Answer =
  | { readonly kind: "training" }
  | { readonly kind: "cancelled"; readonly tensors: number }
  | { readonly kind: "failed"; readonly why: string }
  | {
      readonly kind: "done";
      readonly scores: readonly Float64Array[];
      readonly tensors: readonly number[];
      readonly notes: readonly string[];
      readonly backend: string;
      readonly software: boolean;
    };

// A worker's global scope, as far as it is used here: this folder is checked without the DOM's types.
const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: Order | "cancel" }) => void;
  postMessage(answer: Answer): void;
  setTimeout(work: () => void): void;
};

let cancelled = false;

scope.onmessage = ({ data }) => {
  if (data === "cancel") cancelled = true;
  else void obey(data).then((answer) => scope.postMessage(answer));
};

async function obey(order: Order): Promise<Answer> {
  const tf = await loadTf();
  cancelled = false;
  try {
    const [scores, tensors]: [Float64Array[], number[]] = [[], []];
    let notes: readonly string[] = [];
    for (let round = 0; round < order.rounds; round++) {
      const heard = contextFor(tf, order);
      const params = { ...defaultsOf(autoencoder.params), steps: order.steps, members: 1 };
      const model = await autoencoder.fit(samples, params, heard);
      scores.push(await autoencoder.score(model, samples, heard));
      await autoencoder.explain?.(model, samples, heard);
      tensors.push(tf.memory().numTensors);
      notes = heard.notes;
    }
    const software = rendererOf()?.software ?? false;
    return { kind: "done", scores, tensors, notes, backend: tf.getBackend(), software };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: "cancelled", tensors: tf.memory().numTensors };
    return { kind: "failed", why: String(error) };
  }
}

function contextFor(tf: Tf, order: Order): Context & { readonly notes: string[] } {
  const notes: string[] = [];
  let checkpoints = 0;
  return {
    notes,
    backend: order.backend,
    random: seededRandom(3),
    pause: () => Promise.resolve(),
    note: ({ code }) => notes.push(code),
    show: () => undefined,
    endsEarly: () => false,
    async checkpoint() {
      checkpoints++;
      if (checkpoints === 3) scope.postMessage({ kind: "training" });
      if (checkpoints === order.loseAt) loseCard(tf);
      if (checkpoints % 5 === 0) await new Promise<void>((resolve) => scope.setTimeout(resolve));
      if (cancelled) throw new Cancelled();
    },
  };
}

function loseCard(tf: Tf): void {
  // The typings of the core do not know what the WebGL backend adds.
  const { gpgpu } = tf.backend() as { gpgpu?: { gl: { getExtension(name: string): { loseContext(): void } } } };
  gpgpu?.gl.getExtension("WEBGL_lose_context").loseContext();
}

/** Two columns, their sum, and noise; the last row breaks the sum. */
const samples = (() => {
  const random = seededRandom(11);
  const draw = () => 3 * random() - 1.5;
  const values = new Float32Array(600 * 4);
  for (let row = 0; row < 600; row++) {
    const [a, b] = [draw(), draw()];
    values.set([a, b, row === 599 ? -(a + b) - 2 : a + b, draw()], row * 4);
  }
  return matrixSamples(values, ["a", "b", "sum", "noise"]);
})();
