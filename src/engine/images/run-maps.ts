import type { HeatMaps } from "../../core/images/heat-maps";
import type { CallTools } from "../calls/host";
import { rescoringContext } from "../rescore";
import type { FittedRun } from "../stored-run";
import type { SquaresInput } from "./image-inputs";

/** Bytes of maps that are kept, over all runs; others are made again when they are looked at. */
const MAX_KEPT_BYTES = 300_000_000;

/** The least lately looked at first. */
const kept = new Map<FittedRun, HeatMaps>();
/** Nobody asks for their maps any more, but may have while they were made. */
const forgotten = new WeakSet<FittedRun>();

/** Keeps what a run's detector said of places while it scored. */
export function keepMaps(run: FittedRun, maps: HeatMaps): void {
  if (forgotten.has(run)) return;
  kept.delete(run);
  kept.set(run, maps);
  let bytes = [...kept.values()].reduce((sum, { values }) => sum + values.byteLength, 0);
  for (const [oldest, { values }] of kept) {
    if (bytes <= MAX_KEPT_BYTES || oldest === run) return;
    kept.delete(oldest);
    bytes -= values.byteLength;
  }
}

export function forgetMaps(run: FittedRun): void {
  forgotten.add(run);
  kept.delete(run);
}

/** Where the run's detector found each image strange; null where it does not say. */
export async function mapsOf(run: FittedRun, input: SquaresInput, tools: CallTools): Promise<HeatMaps | null> {
  const { detector } = input;
  const { model } = run;
  if (!detector.examine) return null;
  const maps = kept.get(run) ?? (await detector.examine(model, input.samples, rescoringContext(run, tools))).maps;
  keepMaps(run, maps);
  return maps;
}
