import type * as core from "@tensorflow/tfjs-core";
import type { Backend } from "../../../core/detect/context";
import { registerWasmKernels } from "./wasm-kernels";

/**
 * The functional ops of tfjs-core alone: without tfjs-layers the download is smaller, the training loop is ours
 * (seeded, cancellable), and the whole network stays plain data.
 */
export type Tf = typeof core;

/** tfjs-core, fetched on first use: it must never stand in the entry bundle. */
export async function loadTf(): Promise<Tf> {
  return import("@tensorflow/tfjs-core");
}

/** Makes `backend` the active one, loading it on first use. Throws where this machine cannot run it. */
export async function startBackend(backend: Backend): Promise<Tf> {
  const tf = await loadTf();
  if (tf.getBackend() === backend) return tf;
  tf.enableProdMode();
  switch (backend) {
    case "cpu":
      await import("@tensorflow/tfjs-backend-cpu");
      break;
    case "webgl":
      await import("@tensorflow/tfjs-backend-webgl");
      break;
    case "wasm":
      await loadWasm(tf);
      break;
    case "webgpu":
      // Registers itself only where the browser has WebGPU; `setBackend` throws elsewhere.
      await import("@tensorflow/tfjs-backend-webgpu");
      break;
    default:
      backend satisfies never;
  }
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs could not start ${backend}`);
  if (backend === "webgpu") await tryDevice(tf);
  return tf;
}

/** What is used of a backend, beyond the typings of the core. */
interface Graphics {
  readonly gpgpu?: { readonly gl?: { isContextLost(): boolean } };
  readonly device?: {
    readonly lost: Promise<unknown>;
    readonly queue: { onSubmittedWorkDone(): Promise<unknown> };
  };
}

const lostDevices = new WeakSet();

/**
 * Throws where numbers do not come back in step with the device. tfjs reads them through a canvas, and where the
 * processor plays the graphics card, Chromium loses the device by that; from then on everything reads as zero.
 */
async function tryDevice(tf: Tf): Promise<void> {
  const { device } = tf.backend() as Graphics; // see there
  void device?.lost.then(() => lostDevices.add(device));
  for (let turn = 0; turn < 2; turn++) {
    const read = tf.tidy(() => readNumbers(tf.add(tf.fill([4], turn), 1)));
    if (read.some((value) => value !== turn + 1)) throw new Error("WebGPU does not read back what it computed");
    await device?.queue.onSubmittedWorkDone();
  }
  if (contextLost(tf)) throw new Error("WebGPU lost its device at once");
}

async function loadWasm(tf: Tf): Promise<void> {
  const [wasm, simd, plain] = await Promise.all([
    import("@tensorflow/tfjs-backend-wasm"),
    import("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url"),
    import("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url"),
  ]);
  // With threads, minified tfjs-wasm makes a worker from its own source text, which throws there: setBackend never settles.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  wasm.setWasmPaths({
    "tfjs-backend-wasm-simd.wasm": simd.default,
    "tfjs-backend-wasm.wasm": plain.default,
    // Never fetched, but tfjs refuses a map without it.
    "tfjs-backend-wasm-threaded-simd.wasm": simd.default,
  });
  registerWasmKernels(tf);
}

/** Whether the GPU took its context away; from then on WebGL answers zeros instead of failing. */
export function contextLost(tf: Tf): boolean {
  const { gpgpu, device } = tf.backend() as Graphics; // see there
  return device ? lostDevices.has(device) : (gpgpu?.gl?.isContextLost() ?? false);
}

/**
 * The numbers of a float32 tensor, in step with the device. It waits rather than promises: once a graphics card is
 * lost, tfjs's promise of them never settles, while this answers at once with zeros that `contextLost` explains.
 */
export function readNumbers(tensor: core.Tensor): Float32Array {
  // A float32 tensor is read as a Float32Array.
  return tensor.dataSync() as Float32Array;
}
