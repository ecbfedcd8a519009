/** One step of many sequences at once; every array begins with the first sequence and ends with the last. */
export interface StepForward {
  readonly units: number;
  /** What comes in at this step, and what comes from the state before: [sequences, gates * units]. Read only. */
  readonly projected: Float32Array;
  readonly recurrent: Float32Array;
  /** States before and, to be written, after: [sequences, units]. */
  readonly before: Float32Array;
  readonly after: Float32Array;
  /** To be written for the way back: [sequences, kept * units]. */
  readonly kept: Float32Array;
  /** What was kept at the step before; zeros at the first. */
  readonly keptBefore: Float32Array;
}

export interface StepBackward {
  readonly units: number;
  readonly before: Float32Array;
  readonly after: Float32Array;
  readonly kept: Float32Array;
  readonly keptBefore: Float32Array;
  /** Slopes of the loss in the states after this step: [sequences, units]. */
  readonly dAfter: Float32Array;
  /** To be written: slopes in the states before, without what goes through `recurrent`. */
  readonly dBefore: Float32Array;
  /** To be written: slopes in `projected` and in `recurrent`; one array where they are the same. */
  readonly dProjected: Float32Array;
  readonly dRecurrent: Float32Array;
  /** Slopes in what else is carried from step to step, [sequences, units]; zeros at first, to be updated. */
  readonly dCarried: Float32Array;
}

/** How a state follows from the one before and from what comes in. */
export interface Cell {
  /** Products that a step needs for each unit. */
  readonly gates: number;
  /** Numbers that it keeps for the way back, for each unit. */
  readonly kept: number;
  /** Whether the slopes in `projected` and `recurrent` are the same. */
  readonly addsUp: boolean;
  forward(step: StepForward): void;
  backward(step: StepBackward): void;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Much faster than Math.tanh, and as exact as 32 bits can tell but for tiny x. */
export function tanh(x: number): number {
  return 1 - 2 / (1 + Math.exp(2 * x));
}

/** The parameter of what learns by such cells. */
export const cellParam = {
  kind: "choice",
  default: "gru",
  options: ["gru", "lstm", "rnn"],
  label: "Cell",
  help: "How the network remembers: GRU and LSTM learn what to keep and what to forget; the simple cell is faster and forgets sooner.",
} as const;
