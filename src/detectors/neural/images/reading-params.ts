import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import { mapReadingParams } from "../../images/map-reading";

/** How images are compared with their rebuilding, and what of that counts. */
export const readingParams = {
  difference: {
    kind: "choice",
    default: "squared",
    options: ["absolute", "squared", "structure"],
    label: "Difference",
    help: "How an image is compared with its rebuilding: by the distance of pixels (L1), its square (MSE), or how unlike the structure around them is (SSIM). The network itself always learns by the square.",
    main: true,
  },
  usual: {
    kind: "toggle",
    default: false,
    label: "Against the usual",
    help: "Differences count as far as they exceed those of the images learned from at the same place, so that edges that are never rebuilt well are left alone.",
  },
  counts: { ...mapReadingParams.counts, default: "top 1 %" },
  smoothing: { ...mapReadingParams.smoothing, default: 0.02 },
} as const satisfies ParamSchema;

export type ReadingParams = ParamValues<typeof readingParams>;
