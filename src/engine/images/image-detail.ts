import { requireKind } from "../../core/kinds/kinds";
import { someSamples } from "../../core/images/squares-as-samples";
import { strongestRegion } from "../../core/images/strongest-region";
import type { Checkpoint } from "../yield-to-events";
import type { CallTools } from "../calls/host";
import type { EngineKind } from "../engine-kind";
import type { ImageDetail, SeenImage } from "../protocol";
import { rescoringContext } from "../rescore";
import type { StoredRun } from "../stored-run";
import { drawnValues, maskOf, drawSeenImage } from "./draw";
import { heatOf, levelsOf, type ImageInputOf } from "./heat";
import { imageSetOf } from "./image-inputs";

/** Everything that is drawn of one image of a run under a threshold. */
export async function detailOfImage(
  run: StoredRun,
  row: number,
  threshold: number,
  images: Pick<EngineKind, "nearestOrdinary">,
  inputOf: ImageInputOf,
  checkpoint: Checkpoint,
  tools: CallTools,
): Promise<ImageDetail> {
  const rowKind = requireKind(run.request.recipe.rowKind, "images");
  const set = imageSetOf(run.table);
  const seen = await drawSeenImage(set, rowKind, row);
  const heat = await heatOf(run, [row], inputOf, tools);
  const scale = heat && (await levelsOf(run, threshold, inputOf, tools));
  const [map] = heat?.maps ?? [];
  const nearest = await images.nearestOrdinary(run, row, threshold, checkpoint);
  const region = heat && map && scale ? strongestRegion(map, heat.side, scale.threshold) : null;
  return {
    row,
    seen,
    rebuilt: await rebuiltImage(run, row, inputOf, tools),
    heat: heat && map ? { height: heat.side, width: heat.side, values: map.slice() } : null,
    scale,
    strongest: region && { left: region.left, top: region.top, width: region.width, height: region.height },
    mask: await maskOf(set, rowKind, row, rowKind.size),
    nearest: nearest === null ? null : { row: nearest, seen: await drawSeenImage(set, rowKind, nearest) },
  };
}

/** What the detector made of the image; of a consensus its first member that makes anything of it. */
async function rebuiltImage(
  run: StoredRun,
  row: number,
  inputOf: ImageInputOf,
  tools: CallTools,
): Promise<SeenImage | null> {
  const members = run.kind === "fitted" ? [run] : run.members;
  for (const member of members) {
    const input = await inputOf(member);
    if (input.sees !== "squares" || !input.detector.expect) continue;
    const one = someSamples(input.samples, Uint32Array.of(row));
    const values = await input.detector.expect(member.model, one, rescoringContext(member, tools));
    return drawnValues(values, requireKind(run.request.recipe.rowKind, "images"), 255);
  }
  return null;
}
