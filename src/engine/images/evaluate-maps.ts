import { coreKindOf, requireKind } from "../../core/kinds/kinds";
import { isPeakInMask, pixelAuc, type MaskedMap } from "../../core/images/mask-quality";
import { resizedGrid } from "../../core/images/taps";
import type { Checkpoint } from "../yield-to-events";
import type { CallTools } from "../calls/host";
import type { MaskEvaluation } from "../protocol";
import { labelledBy } from "../truth/labelled";
import type { StoredRun } from "../stored-run";
import { maskOf } from "./draw";
import { heatOf, type ImageInputOf } from "./heat";
import { imageSetOf } from "./image-inputs";

/** Places a side at which maps and masks are compared. */
const MAP_SIDE = 64;
/** Images whose pixels are ranked together: two million of them. */
const MAX_IMAGES_RANKED = 500;

/**
 * How the maps of a run agree with the masks. As in published figures the pixels of images that a label calls ordinary
 * count as unmarked ones, unless they were learned from. Null where no image has a mask or the detector tells no places.
 */
export async function evaluateMaps(
  run: StoredRun,
  strange: readonly string[] | null,
  inputOf: ImageInputOf,
  checkpoint: Checkpoint,
  tools: CallTools,
): Promise<MaskEvaluation | null> {
  const { table, request, result } = run;
  const rowKind = requireKind(request.recipe.rowKind, "images");
  const set = imageSetOf(table);
  const masked = [...set.masks.keys()].filter((row) => !Number.isNaN(result.scores[row])).slice(0, MAX_IMAGES_RANKED);
  if (masked.length === 0) return null;
  const learned = new Set(coreKindOf(rowKind).learnedRows(table.dataset, rowKind));
  const labelled = labelledBy(table.dataset, request.recipe, strange);
  const isOrdinary = (row: number) => labelled?.of(row) === 0 && !set.masks.has(row);
  const ordinary = [...result.order].filter((row) => isOrdinary(row) && !learned.has(row)).sort((a, b) => a - b);
  const rows = [...masked, ...ordinary.slice(0, MAX_IMAGES_RANKED - masked.length)];
  const heat = await heatOf(run, rows, inputOf, tools);
  if (!heat) return null;
  const maps: MaskedMap[] = [];
  for (const [at, row] of rows.entries()) {
    const map = resizedGrid(heat.maps[at]!, [heat.side, heat.side, 1], [MAP_SIDE, MAP_SIDE]); // one per row
    maps.push({ map, mask: (await maskOf(set, rowKind, row, MAP_SIDE)) ?? new Uint8Array(MAP_SIDE * MAP_SIDE) });
    await checkpoint(at / rows.length);
  }
  const hits = maps.slice(0, masked.length).filter((one) => isPeakInMask(one, MAP_SIDE));
  return { images: masked.length, pixelAuc: pixelAuc(maps), peakInMask: hits.length / masked.length };
}
