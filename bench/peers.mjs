// @ts-check

const TIES = "many rows are equal, and which of equal neighbours is the k-th is left open";
const EDGES = "values lie on the edges of bins, so rounding decides on which side";

/**
 * What is compared with which figure of the reference: the same definition with the same settings. "each": on every
 * table within `within` of it. "mean": the mean over the tables at most `within` below it. `explained`: why a table
 * differs although the definition is the same; said beside the figure, and no excuse.
 * @typedef {{ key: string, detector: string, params: Record<string, number | string | boolean>, scale?: "min-max" | "standard", evaluated: "each" | "mean", within: number, explained?: Record<string, string> }} Peer
 * @type {readonly Peer[]}
 */
export const PEERS = [
  { key: "zscore_max", detector: "z-score", params: { combine: "max" }, evaluated: "each", within: 0.01 },
  {
    key: "robust_z_max",
    detector: "robust-z",
    params: { combine: "max" },
    evaluated: "each",
    within: 0.01,
    explained: { letter: "30 distinct scores in 1,600 rows of whole numbers, so rounding breaks the ties" },
  },
  { key: "robust_z_mean", detector: "robust-z", params: { combine: "mean" }, evaluated: "each", within: 0.01 },
  { key: "iqr_max", detector: "iqr", params: { combine: "max" }, evaluated: "each", within: 0.01 },
  // Standardised columns, the best of ten starts, and every cluster counts; the detector standardises by itself.
  {
    key: "kmeans8_std",
    detector: "k-means",
    params: { clusters: 8, smallest: 0, restarts: 10 },
    evaluated: "mean",
    within: 0.01,
  },
  { key: "iforest", detector: "isolation-forest", params: {}, evaluated: "mean", within: 0.01 },
  { key: "pca_pruned", detector: "pca", params: {}, evaluated: "each", within: 0.01 },
  { key: "pca_allcomp_maha", detector: "pca", params: { measure: "all" }, evaluated: "each", within: 0.01 },
  { key: "mahalanobis", detector: "mahalanobis", params: {}, evaluated: "each", within: 0.01 },
  { key: "knn5", detector: "knn", params: { neighbours: 5 }, scale: "min-max", evaluated: "each", within: 0.01 },
  { key: "knn50", detector: "knn", params: { neighbours: 50 }, scale: "min-max", evaluated: "each", within: 0.01 },
  {
    key: "lof20",
    detector: "lof",
    params: { neighbours: 20 },
    scale: "min-max",
    evaluated: "each",
    within: 0.01,
    explained: { breastw: TIES },
  },
  {
    key: "lof50",
    detector: "lof",
    params: { neighbours: 50 },
    scale: "min-max",
    evaluated: "each",
    within: 0.01,
    explained: { breastw: TIES },
  },
  { key: "ecod", detector: "ecod", params: {}, evaluated: "each", within: 0.01 },
  { key: "copod", detector: "copod", params: {}, evaluated: "each", within: 0.01 },
  {
    key: "hbos_b20",
    detector: "hbos",
    params: { automatic: false, bins: 20 },
    scale: "min-max",
    evaluated: "each",
    within: 0.01,
    explained: { cardio: EDGES, letter: EDGES },
  },
  {
    key: "ocsvm_nu05_scale",
    detector: "one-class-svm",
    params: { nu: 0.5 },
    scale: "min-max",
    evaluated: "each",
    within: 0.01,
  },
];

/** Means over the tables that the product must reach with its own settings. */
export const FLOORS = [
  { detector: "knn", auc: 0.79, ap: 0 },
  { detector: "mcd", auc: 0.82, ap: 0 },
  { detector: "k-means", auc: 0.78, ap: 0 },
  { detector: "one-class-svm", auc: 0.73, ap: 0 },
  { detector: "lof", auc: 0.69, ap: 0 },
  { detector: "ecod", auc: 0.78, ap: 0 },
  { detector: "copod", auc: 0.79, ap: 0 },
  { detector: "hbos", auc: 0.78, ap: 0 },
  { detector: "consensus", auc: 0.82, ap: 0.43 },
  { detector: "recommended", auc: 0.82, ap: 0.43 },
  { detector: "autoencoder", auc: 0.83, ap: 0.46 },
  { detector: "gan", auc: 0.83, ap: 0.44 },
  { detector: "cnn", auc: 0.8, ap: 0 },
  { detector: "conv-autoencoder", auc: 0.82, ap: 0 },
];
