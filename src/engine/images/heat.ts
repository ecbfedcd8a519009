import type { HeatScale } from "../../core/images/heat-colour";
import { heatScaleOf } from "../../core/images/heat-scale";
import { resizedGrid } from "../../core/images/taps";
import type { CallTools } from "../calls/host";
import { attributionsOf } from "../explain/attributions";
import type { CombinedRun, FittedRun, StoredRun } from "../stored-run";
import type { ImageInput, ImageRowsInput } from "./image-inputs";
import { mapsOf } from "./run-maps";

/** Gives what a run's detector saw. */
export type ImageInputOf = (run: FittedRun) => Promise<ImageInput>;

/** Maps of some images, in the order asked: [side, side] each. */
export interface Heat {
  readonly side: number;
  readonly maps: readonly Float32Array[];
}

/** Images that say what is calm and what is strange: all that there is where maps are at hand, else these. */
const IMAGES_READ_AT_HAND = { ordinary: 2000, strange: 500 };
const IMAGES_READ_OTHERWISE = { ordinary: 16, strange: 8 };

/** Where a run found some images strange; null where its detector tells no places. */
export async function heatOf(
  run: StoredRun,
  rows: ArrayLike<number>,
  inputOf: ImageInputOf,
  tools: CallTools,
): Promise<Heat | null> {
  if (run.kind === "combined") return heatOfAll(run, rows, inputOf, tools);
  const input = await inputOf(run);
  if (input.sees === "squares") {
    const found = await mapsOf(run, input, tools);
    if (!found) return null;
    const { height, width, values } = found;
    const side = Math.max(height, width);
    const maps = Array.from(rows, (row) => {
      const map = values.subarray(row * height * width, (row + 1) * height * width);
      return height === width ? map : resizedGrid(map, [height, width, 1], [side, side]);
    });
    return { side, maps };
  }
  return input.grid ? heatOfPlaces(run, input, input.grid, rows, tools) : null;
}

/** By row; a kilobyte each. */
const placesOf = new WeakMap<FittedRun, Map<number, Float32Array>>();

/** What a detector of rows says of each place: what speaks for strange, all channels together. */
async function heatOfPlaces(
  run: FittedRun,
  input: ImageRowsInput,
  { side, channels }: NonNullable<ImageRowsInput["grid"]>,
  rows: ArrayLike<number>,
  tools: CallTools,
): Promise<Heat> {
  const own = placesOf.get(run) ?? new Map<number, Float32Array>();
  placesOf.set(run, own);
  const asked = Uint32Array.from(rows).filter((row) => !own.has(row));
  const featureColumns = Int32Array.from({ length: input.samples.width }, (_, feature) =>
    Math.floor(feature / channels),
  );
  const attributions = await attributionsOf(run, { ...input, featureColumns }, asked, tools);
  for (const row of asked) {
    const map = new Float32Array(side * side);
    attributions.get(row)?.values.forEach((value, feature) => {
      map[Math.floor(feature / channels)]! += Math.max(0, value); // a place of each feature
    });
    own.set(row, map);
  }
  return { side, maps: Array.from(rows, (row) => own.get(row)!) }; // all were asked
}

/** The mean of what the members say, each in units of its own contour. */
async function heatOfAll(
  run: CombinedRun,
  rows: ArrayLike<number>,
  inputOf: ImageInputOf,
  tools: CallTools,
): Promise<Heat | null> {
  const said: { heat: Heat; weight: number }[] = [];
  for (const [at, member] of run.members.entries()) {
    const weight = run.weights[at]!; // one per member
    const heat = weight > 0 ? await heatOf(member, rows, inputOf, tools) : null;
    const { suggestions, sorted } = member.result;
    const levels = heat && (await levelsOf(member, suggestions[0]?.value ?? sorted[0] ?? 0, inputOf, tools));
    if (heat && levels) said.push({ heat, weight: weight / levels.threshold });
  }
  if (said.length === 0) return null;
  const side = said.reduce((most, { heat }) => Math.max(most, heat.side), 1);
  const maps = Array.from(rows, (_, at) => {
    const sum = new Float32Array(side * side);
    for (const { heat, weight } of said)
      resizedGrid(heat.maps[at]!, [heat.side, heat.side, 1], [side, side]).forEach((value, cell) => {
        sum[cell]! += (weight * value) / said.length; // a map per row, of this size
      });
    return sum;
  });
  return { side, maps };
}

/** By threshold, of late. */
const known = new WeakMap<StoredRun, Map<number, HeatScale | null>>();
const MAX_KEPT_THRESHOLDS = 8;

/** The scale of a run's maps when this threshold holds; null where there are no maps. Found once per threshold. */
export async function levelsOf(
  run: StoredRun,
  threshold: number,
  inputOf: ImageInputOf,
  tools: CallTools,
): Promise<HeatScale | null> {
  const before = known.get(run) ?? new Map<number, HeatScale | null>();
  const found = before.get(threshold);
  if (found !== undefined) return found;
  const { order, scores } = run.result;
  const isAtHand = (one: FittedRun) => one.detector.accepts === "images" && one.detector.examine !== undefined;
  const most = (run.kind === "fitted" ? [run] : run.members).every(isAtHand)
    ? IMAGES_READ_AT_HAND
    : IMAGES_READ_OTHERWISE;
  const ordinary = evenly(
    order.filter((row) => scores[row]! < threshold),
    most.ordinary,
  ); // rows with a score
  const strange = evenly(
    order.filter((row) => scores[row]! >= threshold),
    most.strange,
  ); // rows with a score
  const heat = await heatOf(run, [...ordinary, ...strange], inputOf, tools);
  const levels = heat && heatScaleOf(heat.maps.slice(0, ordinary.length), heat.maps.slice(ordinary.length));
  before.set(threshold, levels);
  for (const oldest of before.keys()) if (before.size > MAX_KEPT_THRESHOLDS) before.delete(oldest);
  known.set(run, before);
  return levels;
}

function evenly(rows: Uint32Array, most: number): Uint32Array {
  if (rows.length <= most) return rows;
  return Uint32Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)]!); // at < most
}
