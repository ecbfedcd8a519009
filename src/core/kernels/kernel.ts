import { MODULE } from "./compiled";

/** Takes addresses in bytes, counts and numbers. */
type Call = (...values: readonly number[]) => void;

/**
 * The functions of kernels/ over a memory of their own; each says there what it takes. They add in the order of a plain
 * loop and round as JavaScript does, so that what they give depends neither on the machine nor on whether they are there.
 */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly columnSums: Call;
  readonly columnDeviations: Call;
  readonly standardise: Call;
  readonly addGram: Call;
  readonly squaredLengths: Call;
  readonly alongAxes: Call;
  readonly twoNearest: Call;
  readonly kernelRow: Call;
  readonly weightedKernels: Call;
  readonly multiply: Call;
  readonly multiplyTurned: Call;
  readonly sumRows: Call;
  readonly turn: Call;
  readonly bend: Call;
  readonly bendBack: Call;
  readonly adam: Call;
  readonly adadelta: Call;
  readonly squaredLength: (gradient: number, count: number) => number;
}

interface Wasm {
  Memory: new (size: { initial: number }) => Kernel["memory"];
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Omit<Kernel, "memory"> };
}

const FIRST_PAGES = 16;

// Neither the DOM's nor Node's types are known here; every engine we run in has it under this name.
const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly?: Wasm };
let compiled: object | null | undefined;
let shared: Kernel | null | undefined;

/** A kernel with a memory of its own; null where there is no WebAssembly or it has no vectors. */
export function createKernel(): Kernel | null {
  if (!wasm || compiled === null) return null;
  try {
    compiled ??= new wasm.Module(bytesOf(MODULE));
    const memory = new wasm.Memory({ initial: FIRST_PAGES });
    return { ...new wasm.Instance(compiled, { env: { memory } }).exports, memory };
  } catch {
    compiled = null;
    return null;
  }
}

/** The kernel of everybody here: what lies in its memory holds until somebody else is let in. */
export function sharedKernel(): Kernel | null {
  return shared === undefined ? (shared = createKernel()) : shared;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (const letter of text) {
    bits = ((bits << 6) | LETTERS.indexOf(letter)) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = bits >> held;
  }
  return bytes;
}
