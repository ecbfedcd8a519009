// @ts-check

/**
 * What is compared with which figure of the reference: the same definition with the same settings. "each": on every
 * table within `within` of it. "mean": the mean over the tables at most `within` below it. `explained`: why a table
 * differs although the definition is the same; said beside the figure, and no excuse.
 * @typedef {{ key: string, detector: string, params: Record<string, number | string>, judged: "each" | "mean", within: number, explained?: Record<string, string> }} Peer
 * @type {readonly Peer[]}
 */
export const PEERS = [
  { key: "zscore_max", detector: "z-score", params: { combine: "max" }, judged: "each", within: 0.01 },
  {
    key: "robust_z_max",
    detector: "robust-z",
    params: { combine: "max" },
    judged: "each",
    within: 0.01,
    explained: { letter: "30 distinct scores in 1,600 rows of whole numbers, so rounding breaks the ties" },
  },
  { key: "robust_z_mean", detector: "robust-z", params: { combine: "mean" }, judged: "each", within: 0.01 },
  { key: "iqr_max", detector: "iqr", params: { combine: "max" }, judged: "each", within: 0.01 },
  // Standardised columns, the best of ten starts, and every cluster counts; the detector standardises by itself.
  {
    key: "kmeans8_std",
    detector: "k-means",
    params: { clusters: 8, smallest: 0, restarts: 10 },
    judged: "mean",
    within: 0.01,
  },
  { key: "iforest", detector: "isolation-forest", params: {}, judged: "mean", within: 0.01 },
];

/** Means over the tables that the product must reach with its own settings. */
export const FLOORS = [{ detector: "autoencoder", auc: 0.82 }];
