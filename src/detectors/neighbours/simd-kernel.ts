/**
 * A WebAssembly module of one function, written out by hand because a build step for sixty instructions would cost
 * more than it explains. `scan(query, rows, groups, width, bound, out)` takes byte addresses; rows lie in groups of
 * eight, feature by feature. It writes the positions of the rows whose squared distance (32 bits) is below `bound`
 * to `out` and returns how many there are. NaN is below nothing, so it can fill the last group.
 */
export interface SimdKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  scan(query: number, rows: number, groups: number, width: number, bound: number, out: number): number;
}

interface Wasm {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: { readonly scan: SimdKernel["scan"] } };
}

const WASM_PAGE_BYTES = 65_536;

/** The kernel with room for `bytes`; null where WebAssembly, its vectors, or the memory are not to be had. */
export function createSimdKernel(bytes: number): SimdKernel | null {
  // Neither the DOM's nor Node's types are known here; every engine we run in has it under this name.
  const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly?: Wasm };
  if (!wasm) return null;
  try {
    const memory = new wasm.Memory({ initial: Math.ceil(bytes / WASM_PAGE_BYTES) });
    const { exports } = new wasm.Instance(new wasm.Module(moduleBytes()), { host: { memory } });
    return { memory, scan: exports.scan };
  } catch {
    return null;
  }
}

const [I32, F32, V128] = [0x7f, 0x7d, 0x7b];
// Parameters, then locals.
const [QUERY, ROWS, GROUPS, WIDTH, BOUND, OUT] = [0, 1, 2, 3, 4, 5];
const [END, BASE, LEFT, AT, MASK] = [6, 7, 8, 9, 10];
const [LOW, HIGH, VALUE, GAP] = [11, 12, 13, 14];

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const constant = (value: number) => [0x41, value];
const [add, sub, and, or, shl, shr, ctz] = [0x6a, 0x6b, 0x71, 0x72, 0x74, 0x76, 0x68];
const loop = (...body: number[]) => [0x03, 0x40, ...body, 0x0b];
const when = (...body: number[]) => [0x04, 0x40, ...body, 0x0b];
const again = [0x0d, 0];
const store = [0x36, 2, 0];
const loadFour = (offset: number) => [0xfd, 0x00, 2, offset];
const loadSplat = [0xfd, 0x09, 2, 0];
const zeros = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
const splat = [0xfd, 0x13];
const below = [0xfd, 0x43];
const bits = [0xfd, 0xa4, 0x01];
const [plus, minus, times] = [
  [0xfd, 0xe4, 0x01],
  [0xfd, 0xe5, 0x01],
  [0xfd, 0xe6, 0x01],
];

const step = (local: number, by: number) => [...get(local), ...constant(by), add, ...set(local)];
const countDown = (local: number) => [...get(local), ...constant(1), sub, ...tee(local), ...again];
const square = (sum: number) => [...minus, ...tee(GAP), ...get(GAP), ...times, ...get(sum), ...plus, ...set(sum)];
const bitsBelow = (sum: number) => [...get(sum), ...get(BOUND), ...splat, ...below, ...bits];

const overFeatures = loop(
  ...[...get(ROWS), ...loadFour(0), ...get(AT), ...loadSplat, ...tee(VALUE), ...square(LOW)],
  ...[...get(ROWS), ...loadFour(16), ...get(VALUE), ...square(HIGH)],
  ...[...step(ROWS, 32), ...step(AT, 4), ...countDown(LEFT)],
);
const writePositions = loop(
  ...[...get(END), ...get(BASE), ...get(MASK), ctz, add, ...store, ...step(END, 4)],
  ...[...get(MASK), ...get(MASK), ...constant(1), sub, and, ...tee(MASK), ...again],
);
const overGroups = loop(
  ...[...zeros, ...set(LOW), ...zeros, ...set(HIGH), ...get(QUERY), ...set(AT), ...get(WIDTH), ...set(LEFT)],
  ...overFeatures,
  ...[...bitsBelow(LOW), ...bitsBelow(HIGH), ...constant(4), shl, or, ...tee(MASK), ...when(...writePositions)],
  ...[...step(BASE, 8), ...countDown(GROUPS)],
);
const body = [
  ...[2, 5, I32, 4, V128],
  ...[...get(OUT), ...set(END), ...overGroups],
  ...[...get(END), ...get(OUT), sub, ...constant(2), shr, 0x0b],
];

function moduleBytes(): Uint8Array {
  const text = (word: string) => [word.length, ...Array.from(word, (letter) => letter.charCodeAt(0))];
  const sized = (content: readonly number[]) => [...length(content.length), ...content];
  const section = (id: number, content: readonly number[]) => [id, ...sized(content)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, F32, I32, 1, I32]),
    ...section(2, [1, ...text("host"), ...text("memory"), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text("scan"), 0, 0]),
    ...section(10, [1, ...sized(body)]),
  ]);
}

/** Unsigned LEB128. */
function length(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...length(value >>> 7)];
}
