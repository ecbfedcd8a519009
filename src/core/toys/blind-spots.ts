import type { ToyName } from "./toys";

/** Two toys that say what a detector is made for: one whose strange points it sees, and one that fools it. */
export interface BlindSpot {
  readonly sees: ToyName;
  readonly fooledBy: ToyName;
}

const byDistance: BlindSpot = { sees: "line", fooledBy: "densities" };
const byColumn: BlindSpot = { sees: "cloud", fooledBy: "line" };
const byCentre: BlindSpot = { sees: "line", fooledBy: "moons" };

const BLIND_SPOTS: Readonly<Record<string, BlindSpot>> = {
  "robust-z": byColumn,
  "z-score": byColumn,
  "mean-sd": byColumn,
  iqr: byColumn,
  hbos: byColumn,
  ecod: byColumn,
  copod: byColumn,
  pca: byColumn,
  knn: byDistance,
  "unsuspicious-neighbours": { sees: "line", fooledBy: "ring" },
  "k-means": byDistance,
  cblof: byDistance,
  "one-class-svm": byDistance,
  lof: { sees: "densities", fooledBy: "group" },
  inne: { sees: "densities", fooledBy: "moons" },
  mahalanobis: byCentre,
  mcd: byCentre,
  "isolation-forest": { sees: "cloud", fooledBy: "moons" },
  "random-forest": { sees: "line", fooledBy: "moons" },
};

/** The two toys of a detector of rows. */
export function blindSpotOf(detector: string): BlindSpot {
  return BLIND_SPOTS[detector] ?? byColumn;
}

/** The detectors whose toys were tried. */
export const DETECTORS_WITH_TOYS: readonly string[] = Object.keys(BLIND_SPOTS);
