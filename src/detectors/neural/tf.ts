import type * as core from "@tensorflow/tfjs-core";
import type { Backend } from "../../core/detect/detector";
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
      throw new Error("WebGPU is not built in");
    default:
      backend satisfies never;
  }
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs could not start ${backend}`);
  return tf;
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
  if (tf.getBackend() !== "webgl") return false;
  // The typings of the core do not know what each backend adds.
  const { gpgpu } = tf.backend() as { gpgpu?: { gl?: { isContextLost(): boolean } } };
  return gpgpu?.gl?.isContextLost() ?? false;
}

/**
 * The numbers of a float32 tensor, in step with the device. It waits rather than promises: once a graphics card is
 * lost, tfjs's promise of them never settles, while this answers at once with zeros that `contextLost` explains.
 */
export function readNumbers(tensor: core.Tensor): Float32Array {
  // A float32 tensor is read as a Float32Array.
  return tensor.dataSync() as Float32Array;
}
