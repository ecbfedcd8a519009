import { someOf, type ColumnSamples } from "../../core/detect/column-samples";
import type { Context } from "../../core/detect/context";
import { defineColumnDetector, defineEventDetector, defineSeriesDetector } from "../../core/detect/detector";
import { sampleIndices } from "../../core/math/random";
import { findingsOf } from "./findings-of";
import { ordinaryCourse } from "./ordinary-course";
import { columnMembers, eventMembers, seriesMembers } from "./members";

/** More rows say little more of what is ordinary, and take their time. */
const MAX_ROWS_LEARNED = 50_000;

const joined = {
  version: 1,
  family: "findings",
  blindTo: "What is strange only a little, or together with many others: the ranking shows it.",
  reference:
    "Each check gives p-values; the smallest counts, times the number of checks (Bonferroni), and a row is told where fewer than so many ordinary ones would look so: Efron, B. (2010). Large-Scale Inference. Cambridge University Press, ch. 2-3.",
  prefers: { scale: "none", encode: "one-hot", why: { code: "finding.as-read" } },
  params: {},
} as const;

/** Rows that stand out for sure. */
export const findings = defineColumnDetector({
  ...joined,
  id: "findings",
  label: "Findings",
  summary: "Asks several checks which rows clearly stand out; each of these rows has one plain reason.",
  ...findingsOf({ members: columnMembers, learnFrom: someRows, some: someOf }),
});

/** Steps and stretches of series that stand out for sure. */
export const seriesFindings = defineSeriesDetector({
  ...joined,
  id: "series-findings",
  label: "Findings in series",
  summary: "Asks several checks which steps and stretches clearly stand out; each of these has one plain reason.",
  ...findingsOf({ members: seriesMembers }),
  expect: (_model, samples, context) => ordinaryCourse(samples, context),
});

/** Events and sequences that stand out for sure. */
export const eventFindings = defineEventDetector({
  ...joined,
  id: "event-findings",
  label: "Findings in sequences",
  summary: "Asks several checks which sequences clearly stand out; each of these has one plain reason.",
  ...findingsOf({ members: eventMembers }),
});

function someRows(samples: ColumnSamples, context: Context): ColumnSamples {
  const { count } = samples;
  if (count <= MAX_ROWS_LEARNED) return samples;
  context.note({ code: "finding.sampled", values: { rows: MAX_ROWS_LEARNED, of: count } });
  return someOf(
    samples,
    sampleIndices(count, MAX_ROWS_LEARNED, () => context.random()),
  );
}
