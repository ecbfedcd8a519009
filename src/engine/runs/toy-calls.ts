import { illegalParameter } from "../../core/data/illegal-parameter";
import { matrixSamples } from "../../core/detect/samples";
import { suggestedThresholdOf } from "../../core/score/threshold";
import { detectorById } from "../../detectors/registry";
import type { CallTools, Handlers } from "../calls/host";
import type { ToyAnswer, ToyCalls, ToyRequest } from "../calls/toys";
import { createRunContext } from "../run-context";

const FEATURES = ["x", "y"];
/** The square is as wide as scaled columns usually are: six spreads. */
const SPREADS_ACROSS = 6;

/** How the call about toys is done. */
export function toyCalls(): Handlers<ToyCalls> {
  return { toy };
}

/**
 * Learns from the points and scores them and the middles of a grid's places.
 * @throws "illegal-parameter" where the detector is none of rows
 */
async function toy(request: ToyRequest, tools: CallTools): Promise<ToyAnswer> {
  const { detector: id, params, points, side } = request;
  const detector = detectorById(id);
  if (detector?.accepts !== "matrix" || detector.taught) throw illegalParameter("no-detector");
  const { context, enter } = createRunContext(request, tools);
  const samples = samplesOf(points);
  enter("fit");
  const model = await detector.fit(samples, params, context);
  enter("score");
  const scores = await detector.score(model, samples, context);
  const surface = await detector.score(model, samplesOf(placesOf(side)), context);
  const sorted = scores.slice().sort().reverse();
  return { scores, surface, threshold: suggestedThresholdOf(sorted) };
}

function samplesOf(points: Float32Array) {
  return matrixSamples(
    points.map((one) => SPREADS_ACROSS * (one - 0.5)),
    FEATURES,
  );
}

function placesOf(side: number): Float32Array {
  return Float32Array.from({ length: 2 * side * side }, (_, at) => {
    const place = at >> 1;
    return ((at % 2 === 0 ? place % side : Math.floor(place / side)) + 0.5) / side;
  });
}
