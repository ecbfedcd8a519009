import { createKernel, type Kernel } from "../../../core/kernels/kernel";
import { roomFor } from "../../../core/kernels/room";
import type { DenseLayer } from "../layers/dense";
import type { Network, NetworkSpec } from "../network";

const BENDS = { linear: 0, tanh: 1, relu: 2, "leaky-relu": 3, elu: 4, sigmoid: 5 } as const;
const BYTES = 4;

/** One layer: its sizes, filled up to fours, and where its numbers begin. */
interface Placed {
  readonly inputs: number;
  readonly units: number;
  readonly wide: number;
  readonly bend: number;
  /** From the beginning of all parameters: the kernel [inputs, wide] filled up to fours of rows, then the biases. */
  readonly weights: number;
  readonly biases: number;
  /** What it answers [rows, wide], and the slopes of that. */
  readonly answers: number;
  readonly slopes: number;
}

/** The layers of a network of nothing but dense layers; null for any other. */
export function denseLayersOf({ layers }: NetworkSpec): readonly DenseLayer[] | null {
  return layers.every((layer) => layer.kind === "dense") ? layers : null; // as just checked
}

/**
 * A network of dense layers in the memory of a kernel of its own: a whole pass is a handful of calls, where a general
 * library spends most of the time on its book-keeping. Numbers are 32 bits wide. A row's answer does not depend on the
 * rows beside it.
 */
export class FusedNetwork {
  /** Numbers of all parameters, with what fills them up, which is 0 and stays 0. */
  readonly parameters: number;
  private readonly placed: readonly Placed[];
  private readonly numbers: Float32Array;
  private readonly at: number;
  private readonly turned: number;
  private readonly first: number;

  /** With room for `rows` rows, a multiple of four; `copies` of the parameters lie behind each other, the parameters first. */
  constructor(
    private readonly kernel: Kernel,
    readonly spec: NetworkSpec,
    layers: readonly DenseLayer[],
    readonly rows: number,
    copies = 1,
  ) {
    let [used, inputs] = [0, spec.inputs];
    const sized = layers.map(({ units, activation }) => {
      const [wide, weights] = [fours(units), used];
      const biases = weights + fours(inputs) * wide;
      used = biases + wide;
      const layer = { inputs, units, wide, bend: BENDS[activation], weights, biases };
      inputs = units;
      return layer;
    });
    this.parameters = used;
    let end = used * copies;
    const take = (count: number) => (end += count) - count;
    this.first = take(rows * fours(spec.inputs));
    this.placed = sized.map((layer) => ({
      ...layer,
      answers: take(rows * layer.wide),
      slopes: take(rows * layer.wide),
    }));
    this.turned = take(Math.max(0, ...sized.map((layer) => fours(layer.inputs) * layer.wide)));
    const room = roomFor(kernel, { numbers: ["f32", end] }).numbers;
    this.numbers = room.view.fill(0);
    this.at = room.at;
  }

  /** The address of a copy of the parameters. */
  copy(number: number): number {
    return this.at + number * this.parameters * BYTES;
  }

  /** The kernel and the biases of each layer in turn. */
  setWeights(weights: readonly Float32Array[]): void {
    this.placed.forEach(({ inputs, units, wide, weights: from, biases }, layer) => {
      const [kernel, bias] = [weights[2 * layer]!, weights[2 * layer + 1]!]; // two of each layer
      for (let i = 0; i < inputs; i++) this.numbers.set(kernel.subarray(i * units, (i + 1) * units), from + i * wide);
      this.numbers.set(bias, biases);
    });
  }

  weights(): Float32Array[] {
    return this.placed.flatMap(({ inputs, units, wide, weights: from, biases }) => {
      const kernel = new Float32Array(inputs * units);
      for (let i = 0; i < inputs; i++)
        kernel.set(this.numbers.subarray(from + i * wide, from + i * wide + units), i * units);
      return [kernel, this.numbers.slice(biases, biases + units)];
    });
  }

  /** What it answers to rows of numbers, one after the other: a view, [rows, `answersWide`], good until the next rows. */
  answer(values: Float32Array): Float32Array {
    const width = this.spec.inputs;
    const wide = fours(width);
    const count = values.length / width;
    if (count > this.rows) throw new Error("more rows than there is room for");
    const rows = fours(count);
    this.numbers.fill(0, this.first, this.first + rows * wide);
    for (let row = 0; row < count; row++)
      this.numbers.set(values.subarray(row * width, (row + 1) * width), this.first + row * wide);
    let [from, stride] = [this.first, wide];
    for (const layer of this.placed) {
      const { inputs, units, wide: columns, bend, weights, biases, answers } = layer;
      const [read, kernel, bias, out] = this.addresses(from, weights, biases, answers);
      this.kernel.multiply(read, rows, inputs, stride, kernel, columns, bias, out);
      this.kernel.bend(out, rows * columns, bend);
      // What fills a row up is no answer: a sigmoid makes a half of nothing.
      if (bend === BENDS.sigmoid && units < columns)
        for (let end = answers + columns; end <= answers + rows * columns; end += columns)
          this.numbers.fill(0, end - (columns - units), end);
      [from, stride] = [answers, columns];
    }
    return this.numbers.subarray(from, from + count * stride);
  }

  /** Numbers that a row of answers takes. */
  get answersWide(): number {
    return this.placed.at(-1)?.wide ?? fours(this.spec.inputs);
  }

  /**
   * Writes the gradient of the parameters to copy `copy`, from the slopes of the last answers [rows, `answersWide`], 0 in
   * what fills a row up.
   */
  gradient(slopes: Float32Array, copy: number): void {
    const count = slopes.length / this.answersWide;
    const rows = fours(count);
    const into = copy * this.parameters;
    for (let turn = this.placed.length - 1; turn >= 0; turn--) {
      const { inputs, wide, bend, weights, biases, answers, slopes: own } = this.placed[turn]!; // one of them
      const before = this.placed[turn - 1];
      if (turn === this.placed.length - 1) this.numbers.fill(0, own, own + rows * wide).set(slopes, own);
      const [read, out, dy, kernel] = this.addresses(before?.answers ?? this.first, answers, own, weights);
      const [forKernel, forBias, turned] = this.addresses(into + weights, into + biases, this.turned);
      this.kernel.bendBack(out, dy, rows * wide, bend);
      this.kernel.multiplyTurned(read, rows, fours(inputs), dy, wide, forKernel);
      this.kernel.sumRows(dy, rows, wide, forBias);
      if (!before) continue;
      this.kernel.turn(kernel, before.wide, wide, turned);
      this.kernel.multiply(dy, rows, wide, wide, turned, before.wide, 0, this.address(before.slopes));
    }
  }

  private address(number: number): number {
    return this.at + number * BYTES;
  }

  private addresses<const N extends readonly number[]>(...numbers: N): { readonly [K in keyof N]: number } {
    return numbers.map((number) => this.address(number)) as { readonly [K in keyof N]: number }; // one for each
  }
}

/** Networks that answer to rows, one after the other, by a kernel; null where one is of other layers, or there is none. */
export function fusedAnswers(
  networks: readonly Network[],
  rows: number,
): readonly ((values: Float32Array) => Float32Array)[] | null {
  const answers = networks.map(({ spec, weights }) => {
    const layers = denseLayersOf(spec);
    const kernel = layers && createKernel();
    if (!kernel) return null;
    const fused = new FusedNetwork(kernel, spec, layers, fours(rows));
    fused.setWeights(weights);
    const units = layers.at(-1)?.units ?? spec.inputs;
    return (values: Float32Array) => withoutFill(fused.answer(values), fused.answersWide, units);
  });
  return answers.every((one) => one !== null) ? answers : null;
}

function withoutFill(answers: Float32Array, wide: number, units: number): Float32Array {
  const rows = answers.length / wide;
  const out = new Float32Array(rows * units);
  for (let row = 0; row < rows; row++) out.set(answers.subarray(row * wide, row * wide + units), row * units);
  return out;
}

/** The next multiple of four. */
export function fours(count: number): number {
  return Math.ceil(count / 4) * 4;
}
