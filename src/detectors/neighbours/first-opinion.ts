import type { Context } from "../../core/detect/context";
import type { MatrixDetector } from "../../core/detect/detector";
import { defaultsOf, type ParamValues } from "../../core/detect/param-schema";
import { inParts } from "../../core/detect/part";
import { partOf } from "../../core/detect/part-of-context";
import { rangesOf } from "../../core/detect/ranges";
import type { MatrixSamples } from "../../core/detect/samples";
import { consensusOf } from "../../core/score/consensus";
import { rankScores, type Ranking } from "../../core/score/rank";
import { isolationForest } from "../forest/isolation-forest";
import { mcd } from "../linear/mcd";
import { distancesOfRows } from "./distances-of-rows";
import { knn } from "./knn";

/** How many beginnings the ellipsoid is sought from: only who is least suspicious is asked here. */
const STARTS = 100;
/** With more features the ellipsoid takes longer than all the rest: two opinions do. */
const MAX_FEATURES_OF_ELLIPSOID = 100;

/**
 * How suspicious each sample is to three that look in different ways: how soon random splits cut it off, how far its
 * neighbours are, and how far it lies from the tightest half. The mean of their surprises, higher is stranger.
 */
export async function firstOpinion(samples: MatrixSamples, context: Context): Promise<Float64Array> {
  // What is told while they learn is about a first look only.
  const quiet: Context = { ...context, note: () => undefined };
  const rankings = [
    await rankingBy(isolationForest, defaultsOf(isolationForest.params), samples, partOf(quiet, 0, 0.2)),
    await rankingByNeighbours(samples, partOf(quiet, 0.2, 0.6)),
  ];
  if (samples.width <= MAX_FEATURES_OF_ELLIPSOID)
    rankings.push(await rankingBy(mcd, { ...defaultsOf(mcd.params), starts: STARTS }, samples, partOf(quiet, 0.6, 1)));
  return consensusOf(
    rankings.map((ranking) => ({ ranking, weight: 1 })),
    "mean",
    samples.count,
  );
}

async function rankingBy<D extends Pick<MatrixDetector, "params" | "fit" | "score">>(
  detector: D,
  params: ParamValues<D["params"]>,
  samples: MatrixSamples,
  context: Context,
): Promise<Ranking> {
  const model = await detector.fit(samples, params, partOf(context, 0, 0.7));
  return rankScores(await detector.score(model, samples, partOf(context, 0.7, 1)));
}

/** The search for neighbours takes longer than all the rest: it is shared out. */
async function rankingByNeighbours(samples: MatrixSamples, context: Context): Promise<Ranking> {
  const { count, features } = samples;
  const model = await knn.fit(samples, defaultsOf(knn.params), partOf(context, 0, 0.1));
  const shared = { model, values: samples.block(0, count), features };
  const ranges = context.spread ? rangesOf(count) : [{ from: 0, to: count }];
  const found = await inParts(distancesOfRows, shared, ranges, context, [0.1, 1]);
  const scores = new Float64Array(count);
  ranges.forEach(({ from }, at) => scores.set(found[at]!, from)); // one for each range
  return rankScores(scores);
}
