/** Types only: a detector tried on points of a plane. */
import type { AnyParamValues } from "../../core/detect/param-schema";
import type { Call } from "./call";
import type { RunRequest } from "./runs";

export interface ToyRequest extends Pick<RunRequest, "seed" | "backend"> {
  /** Id of a detector of rows. */
  readonly detector: string;
  readonly params: AnyParamValues;
  /** x and y of each point, 0 to 1, one after the other. */
  readonly points: Float32Array;
  /** The square is looked at on a grid of so many by so many places. */
  readonly side: number;
}

export interface ToyAnswer {
  /** By point. */
  readonly scores: Float64Array;
  /** By place, rows from below, from the left in each: the score that a point there would have. */
  readonly surface: Float64Array;
  /** Where the scores of the points suggest to begin. */
  readonly threshold: number;
}

export interface ToyCalls {
  /** What a detector that learned from the points says of them, and of every place between them. */
  toy: Call<ToyRequest, ToyAnswer>;
}
