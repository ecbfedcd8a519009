import type * as core from "@tensorflow/tfjs-core";
import type { KernelConfig, TensorInfo } from "@tensorflow/tfjs-core";

/** What a kernel sees of the WebAssembly backend, which the typings of tfjs-core do not know. */
interface WasmMemory {
  makeOutput(shape: readonly number[], dtype: "float32"): TensorInfo;
  /** A view, of integers where they are integers, that the next output may invalidate, because the memory grows. */
  typedArrayFromHeap(tensor: TensorInfo): Float32Array;
}

/**
 * Gives the WebAssembly backend the gradient of looking up rows, which it lacks, and one of the largest number of a
 * block that is right: its own forgets every block without a number above 0.
 */
export function registerWasmKernels(tf: typeof core): void {
  for (const kernel of [maxPoolGrad, unsortedSegmentSum]) {
    const { kernelName, backendName } = kernel;
    // Its typing forgets that there may be none.
    const known = tf.getKernel(kernelName, backendName) as KernelConfig | undefined;
    if (known) tf.unregisterKernel(kernelName, backendName);
    tf.registerKernel(kernel);
  }
}

/** Of blocks that do not overlap and a ragged rest that is left out: what a max-pool layer makes. */
const maxPoolGrad: KernelConfig = {
  kernelName: "MaxPoolGrad",
  backendName: "wasm",
  kernelFunc({ inputs, attrs, backend }) {
    const [dy, input] = [inputs["dy"], inputs["input"]] as [TensorInfo, TensorInfo]; // as tfjs-core names them
    const [high, wide] = attrs?.["filterSize"] as [number, number]; // given by our own op
    const memory = backend as WasmMemory; // by the name it is registered for
    const [samples, height, width, channels] = input.shape as [number, number, number, number]; // images
    const [, rows, columns] = dy.shape as [number, number, number, number]; // images, too
    const out = memory.makeOutput(input.shape, "float32");
    const [x, slopes, gradient] = threeArrays(memory, input, dy, out);
    gradient.fill(0);
    const line = width * channels;
    for (let sample = 0, at = 0; sample < samples; sample++)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          const corner = (sample * height + row * high) * line + column * wide * channels;
          for (let channel = 0; channel < channels; channel++, at++) {
            const first = corner + channel;
            let [largest, where] = [x[first]!, first]; // the block lies inside
            for (let down = 0; down < high; down++)
              for (let across = 0, cell = first + down * line; across < wide; across++, cell += channels)
                if (x[cell]! > largest) [largest, where] = [x[cell]!, cell]; // the block lies inside
            gradient[where] = slopes[at]!; // one for each block and channel
          }
        }
    return out;
  },
};

/** Adds up the rows of `x` that share a segment id: the gradient of gathering rows from a table. */
const unsortedSegmentSum: KernelConfig = {
  kernelName: "UnsortedSegmentSum",
  backendName: "wasm",
  kernelFunc({ inputs, attrs, backend }) {
    const [x, segmentIds] = [inputs["x"], inputs["segmentIds"]] as [TensorInfo, TensorInfo]; // as tfjs-core names them
    const segments = attrs?.["numSegments"] as number; // as tfjs-core gives it
    const memory = backend as WasmMemory; // by the name it is registered for
    const inner = x.shape.slice(1);
    const out = memory.makeOutput([segments, ...inner], "float32");
    const [rows, ids, sums] = threeArrays(memory, x, segmentIds, out);
    sums.fill(0);
    const width = inner.reduce((product, size) => product * size, 1);
    ids.forEach((id, row) => {
      // As the cpu backend: what belongs nowhere is left out.
      if (id < 0 || id >= segments) return;
      for (let i = 0; i < width; i++) sums[id * width + i]! += rows[row * width + i]!; // both rows are there
    });
    return out;
  },
};

function threeArrays(memory: WasmMemory, a: TensorInfo, b: TensorInfo, c: TensorInfo) {
  return [memory.typedArrayFromHeap(a), memory.typedArrayFromHeap(b), memory.typedArrayFromHeap(c)] as const;
}
