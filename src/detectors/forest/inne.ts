import { forEachBlock } from "../../core/detect/blocks";
import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import { squaredDistance } from "../../core/math/distance";
import { sampleIndices } from "../../core/math/random";

/** Balls, `perSet` to a set, those of a set from the smallest to the largest. */
export interface BallModel {
  readonly width: number;
  readonly perSet: number;
  readonly centres: Float32Array;
  /** Squared distance of each centre to the nearest other one of its set. */
  readonly reach: Float64Array;
  /** 1 - radius of the nearest centre's ball / radius of this one: how much sparser it is than its neighbour. */
  readonly isolation: Float64Array;
}

/**
 * The mean over random sets of rows of the isolation of the smallest ball that covers the row, 1 where none
 * does. As published, with radii (PyOD takes their squares); a ball of no radius, around a row that occurs
 * twice in its set, isolates nothing.
 */
export const inne = defineMatrixDetector({
  id: "inne",
  version: 1,
  label: "Isolation by balls (iNNE)",
  family: "forest",
  summary:
    "Draws balls around a few random rows, as far as their nearest neighbour, and asks which ball a row falls into.",
  blindTo: "How far is far: rows that no ball covers score the same; and with many columns few rows are covered.",
  reference:
    "Bandaragoda, T. R., Ting, K. M., Albrecht, D., Liu, F. T., Zhu, Y. & Wells, J. R. (2018). Isolation-based anomaly detection using nearest-neighbor ensembles. Computational Intelligence 34(4), doi 10.1111/coin.12156.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "detector.distances" } },
  params: {
    sets: {
      kind: "integer",
      label: "Sets of balls",
      help: "More sets give steadier scores and take longer.",
      default: 200,
      min: 10,
      max: 1000,
      scale: "log",
      main: true,
    },
    perSet: {
      kind: "integer",
      label: "Balls per set",
      help: "Few balls are wide and see what is strange to the whole table; many are narrow and see what is strange nearby.",
      default: 4,
      min: 2,
      max: 256,
      scale: "log",
      main: true,
    },
  },
  async fit(samples, params, context): Promise<BallModel> {
    requireSamples(samples);
    const { count, width } = samples;
    const perSet = Math.min(params.perSet, count);
    const balls = params.sets * perSet;
    const model = {
      width,
      perSet,
      centres: new Float32Array(balls * width),
      reach: new Float64Array(balls),
      isolation: new Float64Array(balls),
    };
    const drawn = new Float32Array(perSet * width);
    for (let set = 0; set < params.sets; set++) {
      sampleIndices(count, perSet, context.random).forEach((row, at) => {
        drawn.set(samples.block(row, row + 1), at * width);
      });
      addSet(model, drawn, set * perSet);
      await context.checkpoint((set + 1) / params.sets);
    }
    return model;
  },
  async score(model: BallModel, samples, context) {
    const { width, perSet, reach, isolation } = model;
    const scores = new Float64Array(samples.count);
    const sets = reach.length / perSet;
    await forEachBlock(
      samples,
      context,
      (values, from, to) => {
        // Sets in the outer loop, so that the balls of one stay in the cache.
        for (let first = 0; first < reach.length; first += perSet)
          for (let row = from, start = 0; row < to; row++, start += width) {
            const ball = coveringBall(model, first, values, start);
            scores[row] = scores[row]! + (ball < 0 ? 1 : isolation[ball]!) / sets; // row < count
          }
      },
      { cost: reach.length },
    );
    return scores;
  },
  explain: (model: BallModel, samples) => Promise.resolve(explainBalls(model, samples)),
});

/** Writes the balls around the `drawn` rows to the places from `first` on, the smallest first. */
function addSet({ width, perSet, centres, reach, isolation }: BallModel, drawn: Float32Array, first: number): void {
  const nearest = new Uint32Array(perSet);
  const squares = new Float64Array(perSet).fill(perSet > 1 ? Infinity : 0);
  for (let a = 0; a < perSet; a++)
    for (let b = 0; b < perSet; b++) {
      const square = a === b ? Infinity : squaredDistance(drawn, a * width, drawn, b * width, width);
      if (square >= squares[a]!) continue; // a < perSet
      squares[a] = square;
      nearest[a] = b;
    }
  [...squares.keys()]
    .sort((a, b) => squares[a]! - squares[b]!) // its own keys
    .forEach((ball, at) => {
      centres.set(drawn.subarray(ball * width, (ball + 1) * width), (first + at) * width);
      const square = squares[ball]!; // a ball
      reach[first + at] = square;
      isolation[first + at] = square > 0 ? 1 - Math.sqrt(squares[nearest[ball]!]! / square) : 0; // its nearest is a ball
    });
}

/** The smallest ball of the set that covers the row; -1 when none does. */
function coveringBall(
  { width, perSet, centres, reach }: BallModel,
  first: number,
  values: Float32Array,
  start: number,
) {
  for (let ball = first; ball < first + perSet; ball++) {
    const limit = reach[ball]!; // ball < balls
    let square = 0;
    for (let j = 0, at = ball * width; j < width && square <= limit; j++, at++) {
      const gap = values[start + j]! - centres[at]!; // both hold `width` numbers from there
      square += gap * gap;
    }
    if (square <= limit) return ball;
  }
  return -1;
}

/**
 * What each set adds to the score is shared among the columns by their part in the squared distance to the
 * covering ball's centre, or to the nearest one where none covers, and evenly where the row is the centre: the
 * parts add up to the score.
 */
function explainBalls(model: BallModel, samples: SamplesBase): Attribution[] {
  const { width, perSet, centres, reach, isolation } = model;
  const sets = reach.length / perSet;
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    const parts = new Float64Array(width);
    for (let first = 0; first < reach.length; first += perSet) {
      const covering = coveringBall(model, first, row, 0);
      const ball = covering < 0 ? nearestBall(model, first, row) : covering;
      const square = squaredDistance(row, 0, centres, ball * width, width);
      const added = (covering < 0 ? 1 : isolation[ball]!) / sets; // a ball of the set
      for (let j = 0; j < width; j++) {
        const part = square > 0 ? (row[j]! - centres[ball * width + j]!) ** 2 / square : 1 / width; // j < width
        parts[j] = parts[j]! + added * part; // j < width
      }
    }
    return { over: "features", values: Float32Array.from(parts), additive: true };
  });
}

function nearestBall({ width, perSet, centres }: BallModel, first: number, row: Float32Array): number {
  let nearest = first;
  let least = Infinity;
  for (let ball = first; ball < first + perSet; ball++) {
    const square = squaredDistance(row, 0, centres, ball * width, width);
    if (square >= least) continue;
    least = square;
    nearest = ball;
  }
  return nearest;
}
