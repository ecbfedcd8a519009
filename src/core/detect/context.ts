import type { Note } from "../data/note";
import type { Spread } from "./spread";
import type { TrainingView } from "./training-view";

export type Backend = "webgl" | "wasm" | "cpu" | "webgpu";

/** What a running detector may ask of the world: seeded chance, progress, cancel, and a word to the user. */
export interface Context {
  /** Uniform in [0, 1); the only chance allowed. */
  random(): number;
  /**
   * Says how much of the current phase is done (0 to 1) and lets the worker handle events: it yields at
   * least every 12 ms and rejects with `Cancelled` when the user gave up. Call it often.
   */
  checkpoint(done: number, metrics?: readonly Metric[]): Promise<void>;
  /** A fact about this run that the user should see, such as the backend chosen and why. */
  note(note: Note): void;
  /** The same for what has no progress of its own, such as the start of a backend. */
  pause(): Promise<void>;
  /** What there is to see of a network that learns; it reaches the user with the next checkpoint that reports metrics. */
  show(trainingView: TrainingView): void;
  /** True once the user wants the model as it is now: a detector that learns step by step then ends its fit early. */
  endsEarly(): boolean;
  /** Has parts of the work done by other threads (`part.ts`); absent where there are none. */
  readonly spread?: Spread;
  /** The backend that the user chose for neural detectors. */
  readonly backend: "auto" | Backend;
}

/** One point of a training curve. */
export interface Metric {
  readonly name: string;
  /** Step or epoch. */
  readonly at: number;
  readonly value: number;
}

/** Thrown by `checkpoint` once the user cancelled. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}
