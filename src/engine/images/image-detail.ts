import { someSamples } from "../../core/images/squares-as-samples";
import { strongestRegion } from "../../core/images/strongest-region";
import type { Checkpoint } from "../yield-to-events";
import type { CallTools } from "../calls/host";
import type { InputOf, Inputs } from "../inputs";
import type { ImageDetail, SeenImage } from "../protocol";
import { nearestRow } from "../rows/looked-at";
import { rescoringContext } from "../runs/rescore";
import type { StoredRun } from "../runs/stored-run";
import { drawnValues, maskOf, seenOf } from "./draw";
import { heatOf, levelsOf } from "./heat";
import { imagesShapeOf, imageSetOf } from "./image-inputs";

/** Everything that is drawn of one image of a run under a threshold. */
export async function detailOfImage(
  run: StoredRun,
  row: number,
  threshold: number,
  inputs: Inputs,
  inputOf: InputOf,
  checkpoint: Checkpoint,
  tools: CallTools,
): Promise<ImageDetail> {
  const shape = imagesShapeOf(run.request.recipe);
  const set = imageSetOf(run.table);
  const seen = await seenOf(set, shape, row);
  const heat = await heatOf(run, [row], inputOf, tools);
  const scale = heat && (await levelsOf(run, threshold, inputOf, tools));
  const [map] = heat?.maps ?? [];
  const input = await inputOf(run.kind === "fitted" ? run : run.members[0]!); // a consensus has members
  const nearest = await nearestRow(run, input, inputs, row, threshold, checkpoint);
  const region = heat && map && scale ? strongestRegion(map, heat.side, scale.threshold) : null;
  return {
    row,
    seen,
    rebuilt: await rebuiltOf(run, row, inputOf, tools),
    heat: heat && map ? { height: heat.side, width: heat.side, values: map.slice() } : null,
    scale,
    strongest: region && { left: region.left, top: region.top, width: region.width, height: region.height },
    mask: await maskOf(set, shape, row, shape.size),
    nearest: nearest === null ? null : { row: nearest, seen: await seenOf(set, shape, nearest) },
  };
}

/** What the detector made of the image; of a consensus its first member that makes anything of it. */
async function rebuiltOf(run: StoredRun, row: number, inputOf: InputOf, tools: CallTools): Promise<SeenImage | null> {
  const members = run.kind === "fitted" ? [run] : run.members;
  for (const member of members) {
    const input = await inputOf(member);
    if (input.kind !== "images" || !member.detector.expect) continue;
    const one = someSamples(input.samples, Uint32Array.of(row));
    const values = await member.detector.expect(member.model, one, rescoringContext(member, tools));
    return drawnValues(values, imagesShapeOf(run.request.recipe), 255);
  }
  return null;
}
