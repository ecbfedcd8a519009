import type { ParamSchema } from "../../core/detect/param-schema";

/** Shares of the map that count. */
const SHARES_OF_MAP = { mean: 1, "top 5 %": 0.05, "top 1 %": 0.01, max: 0 } as const;

/** How the map of an image becomes its score: a model keeps it. */
export interface MapReading {
  readonly counts: keyof typeof SHARES_OF_MAP;
  /** Deviation of the bell curve that blurs the map, as a share of the side. */
  readonly smoothing: number;
}

export const mapReadingParams = {
  counts: {
    kind: "choice",
    label: "What counts",
    help: "The score is the mean of the whole map, of its strangest places, or its strangest place alone: fewer places find smaller defects and hear more noise.",
    default: "top 5 %",
    options: ["mean", "top 5 %", "top 1 %", "max"],
    main: true,
  },
  smoothing: {
    kind: "number",
    label: "Smoothing",
    help: "How far the map is blurred, as a share of the image's side: wider is calmer, but loses small defects.",
    default: 0.04,
    min: 0,
    max: 0.2,
    step: 0.01,
  },
} as const satisfies ParamSchema;

/** The score of a map, of the cells that are looked at (above 0 in `looked`); 0 where there is none. */
export function scoreOfMap(map: Float32Array, looked: Float32Array, counts: MapReading["counts"]): number {
  const seen = map.filter((_, cell) => looked[cell]! > 0).sort(); // as large
  const counted = Math.max(1, Math.round(SHARES_OF_MAP[counts] * seen.length));
  return seen.subarray(-counted).reduce((sum, value) => sum + value, 0) / counted;
}
