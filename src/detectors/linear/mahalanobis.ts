import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { explainEllipsoid, scoreEllipsoid, type Ellipsoid } from "./ellipsoid";
import { principalAxes } from "./principal-axes";
import { ellipsoidOf, shrunkEllipsoid, tooFewRows } from "./shrinkage";

/**
 * d = sqrt((x - m)' S^-1 (x - m)) with the mean m and the covariance S of the fitted rows. Departures: constant
 * columns and directions without variance are left out (pseudo-inverse); with fewer than two rows per column S is
 * shrunk (Ledoit & Wolf 2004); beyond 1,000 columns, or about 20,000,000,000 / columns^2 rows, both are estimated
 * on a random sample.
 */
export const mahalanobis = defineMatrixDetector({
  id: "mahalanobis",
  version: 1,
  label: "Mahalanobis distance",
  family: "linear",
  summary: "Measures how far a row lies from the average row, allowing for how the columns move together.",
  blindTo: "Several groups, and curved relations; and many strange rows shift the average and widen the spread.",
  reference:
    "Mahalanobis, P. C. (1936). On the generalised distance in statistics. Proc. Nat. Inst. Sci. India 2(1); parts by column: Garthwaite, P. H. & Koch, I. (2016). Evaluating the contributions of individual variables to a quadratic form. Aust. N. Z. J. Stat. 58(1).",
  prefers: { scale: "standard", encode: "rare-level", why: { code: "linear.own-units" } },
  params: {},
  async fit(samples, _params, context) {
    requireSamples(samples);
    const found = await principalAxes(samples, true, context);
    if (!tooFewRows(found)) return ellipsoidOf(found);
    const { model, amount } = shrunkEllipsoid(found);
    context.note({ code: "linear.shrunk", values: { rows: found.count, percent: Math.round(100 * amount) } });
    return model;
  },
  score: (model: Ellipsoid, samples, context) => scoreEllipsoid(model, samples, context),
  explain: (model: Ellipsoid, samples) => Promise.resolve(explainEllipsoid(model, samples)),
});
