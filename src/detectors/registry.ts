import type { Detector } from "../core/detect/detector";
import { controlChart, cusum, ewmaChart } from "./charts/control-charts";
import { cblof } from "./clustering/cblof";
import { expectedFromOthers } from "./columns/expected-from-others";
import { dixonTest, extremeDeviatesTest, grubbsTest } from "./columns/small-tests";
import { kMeans } from "./clustering/k-means";
import { eventCounts } from "./events/event-counts";
import { nGram } from "./events/n-gram";
import { waitingTimes } from "./events/waiting-times";
import { eventFindings, findings, seriesFindings } from "./findings/findings";
import { columnMembers, eventMembers, seriesMembers } from "./findings/members";
import { padim } from "./images/padim";
import { patchcore } from "./images/patchcore";
import { imagePca } from "./images/image-pca";
import { pixelStatistics } from "./images/pixel-statistics";
import { inne } from "./forest/inne";
import { isolationForest } from "./forest/isolation-forest";
import { randomForest } from "./forest/random-forest";
import { copod } from "./histogram/copod";
import { ecod } from "./histogram/ecod";
import { hbos } from "./histogram/hbos";
import { oneClassSvm } from "./kernel/one-class-svm";
import { mahalanobis } from "./linear/mahalanobis";
import { mcd } from "./linear/mcd";
import { pca } from "./linear/pca";
import { knn } from "./neighbours/knn";
import { lof } from "./neighbours/lof";
import { unsuspiciousNeighbours } from "./neighbours/unsuspicious-neighbours";
import { autoencoder } from "./neural/rebuilding/autoencoder";
import { cnn } from "./neural/classifier/cnn";
import { convAutoencoder } from "./neural/rebuilding/conv-autoencoder";
import { gan } from "./neural/gan/gan";
import { eventRnn } from "./neural/events/event-rnn";
import { sequenceClassifier } from "./neural/events/sequence-classifier";
import { imageAutoencoder } from "./neural/images/image-autoencoder";
import { imageCnn } from "./neural/images/image-cnn";
import { imageGan } from "./neural/images/image-gan";
import { rnnForecaster } from "./neural/series/rnn-forecaster";
import { windowConvAutoencoder } from "./neural/series/window-conv-autoencoder";
import { autoregression } from "./series/autoregression";
import { discord } from "./series/discord";
import { ewma } from "./series/ewma";
import { t2AndQ } from "./series/t2-and-q";
import { rollingMean } from "./series/rolling-mean";
import { rollingRobustZ } from "./series/rolling-robust-z";
import { seasonAndTrend } from "./series/season-and-trend";
import { seasonal } from "./series/seasonal";
import { subPca } from "./series/sub-pca";
import { taughtForest } from "./taught/taught-forest";
import { taughtSvm } from "./taught/taught-svm";
import { iqr } from "./statistical/iqr";
import { meanSd } from "./statistical/mean-sd";
import { robustZ } from "./statistical/robust-z";
import { zScore } from "./statistical/z-score";

/** Every detector there is, in the order of the picker. */
export const detectors: readonly Detector[] = [
  findings,
  seriesFindings,
  eventFindings,
  ...columnMembers,
  ...seriesMembers,
  ...eventMembers,
  isolationForest,
  robustZ,
  zScore,
  meanSd,
  iqr,
  grubbsTest,
  dixonTest,
  extremeDeviatesTest,
  kMeans,
  knn,
  unsuspiciousNeighbours,
  lof,
  mahalanobis,
  mcd,
  pca,
  cblof,
  inne,
  randomForest,
  hbos,
  ecod,
  copod,
  oneClassSvm,
  taughtForest,
  taughtSvm,
  expectedFromOthers,
  seasonal,
  seasonAndTrend,
  discord,
  subPca,
  rollingMean,
  rollingRobustZ,
  ewma,
  controlChart,
  cusum,
  ewmaChart,
  t2AndQ,
  autoregression,
  nGram,
  eventCounts,
  waitingTimes,
  pixelStatistics,
  imagePca,
  padim,
  patchcore,
  autoencoder,
  convAutoencoder,
  cnn,
  gan,
  imageAutoencoder,
  imageCnn,
  imageGan,
  rnnForecaster,
  windowConvAutoencoder,
  eventRnn,
  sequenceClassifier,
];

/** What joins the detectors that know their own error, by what they see: runs first and is shown first. */
export const findingsSet: Readonly<Partial<Record<Detector["accepts"], string>>> = {
  columns: findings.id,
  series: seriesFindings.id,
  events: eventFindings.id,
};

/** What runs at once when a table is opened, after the findings. */
export const quickSet: readonly string[] = ["isolation-forest", "robust-z", "k-means"];

/**
 * What runs at once when images are opened: what is usual at each place, which is there at once, and what patches look
 * like wherever they are. Each finds what the other cannot see.
 */
export const imagesQuickSet: readonly string[] = ["picture-pca", "patchcore"];

/** The detector of that id; undefined when there is none, as in a session saved by another version. */
export function detectorById(id: string): Detector | undefined {
  return detectors.find((detector) => detector.id === id);
}
