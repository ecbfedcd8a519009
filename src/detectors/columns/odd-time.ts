import { isBelievable, StrongestEvidence } from "../../core/findings/evidence";
import { hourOf, weekdayOf, WEEKDAY_KEYS } from "../../core/data/profile-clock";
import { emptyTimesOf, type EmptyTimes } from "../../core/findings/empty-times";
import { tailEvidence, tailOf, type Tail } from "../../core/findings/tail";
import { quantileOfSorted } from "../../core/math/quantile";
import type { Note } from "../../core/data/note";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { defineColumnTest } from "./column-test";
import { ascending, timesAt } from "./read-columns";
import { dayOf } from "./row-order";
import { numberAt } from "./value-reasons";

interface TimeFacts extends EmptyTimes {
  readonly feature: number;
  /** Of the moments themselves; null where they do not tell. */
  readonly tail: Tail | null;
  readonly from: number;
  readonly to: number;
}

interface OddTimeModel {
  readonly columns: readonly TimeFacts[];
}

/** Far from all, on an empty weekday, in an empty hour. */
const TESTS_PER_COLUMN = 3;

/** Dates far before or after all others, on a weekday or at an hour of the day when nothing else happens. */
export const oddTime = defineColumnTest<OddTimeModel>({
  id: "odd-time",
  label: "Odd date or time",
  summary: "Finds dates far from all others, and those on a weekday or at an hour when nothing else happens.",
  blindTo: "Times that are odd for one person or place alone.",
  reference:
    "Pelleg, D. & Moore, A. (2004). Active learning for anomaly and rare-category detection. NIPS, for what is rare by itself; counts by Poisson.",
  async fit(samples, context) {
    const columns: TimeFacts[] = [];
    for (let feature = 0; feature < samples.width; feature++) {
      const times = timesAt(samples, feature);
      if (times) columns.push(factsOf(feature, times, samples.width));
      await context.checkpoint((feature + 1) / samples.width);
    }
    return { columns };
  },
  async test({ columns }, samples, context) {
    if (columns.length === 0) return { kind: "silent", why: { code: "column-finding.no-times" } };
    const strongest = new StrongestEvidence(samples.count, TESTS_PER_COLUMN * columns.length);
    for (const [at, facts] of columns.entries()) {
      const evidence = new Float64Array(samples.count).map((_, sample) =>
        Math.max(...evidenceOf(facts, numberAt(samples, facts.feature, sample))),
      );
      strongest.add(at, evidence);
      await context.checkpoint((at + 1) / columns.length);
    }
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons({ columns }, samples, which) {
    return Promise.resolve(
      which.map((sample) => {
        const [best] = columns
          .map((facts) => ({ facts, evidence: evidenceOf(facts, numberAt(samples, facts.feature, sample)) }))
          .sort((a, b) => Math.max(...b.evidence) - Math.max(...a.evidence));
        const { facts, evidence } = best!; // evidence says that there is one
        return { note: noteOf(samples, facts, sample, evidence), features: [facts.feature], expected: null };
      }),
    );
  },
});

function factsOf(feature: number, times: Float64Array, width: number): TimeFacts {
  const sorted = ascending(times);
  const tail = tailOf(sorted);
  const believed =
    tail &&
    isBelievable(
      times.map((ms) => tailEvidence(tail, ms)),
      width,
    );
  return {
    feature,
    tail: believed ? tail : null,
    from: quantileOfSorted(sorted, 0.01),
    to: quantileOfSorted(sorted, 0.99),
    ...emptyTimesOf(sorted),
  };
}

/** How far from all others, how empty its weekday, how empty its hour. */
function evidenceOf({ tail, weekdays, hours }: TimeFacts, ms: number): [number, number, number] {
  if (!Number.isFinite(ms)) return [0, 0, 0];
  return [tail ? tailEvidence(tail, ms) : 0, weekdays[weekdayOf(ms)] ?? 0, hours[hourOf(ms)] ?? 0];
}

function noteOf(
  samples: ColumnSamples,
  { feature, from, to }: TimeFacts,
  sample: number,
  [far, onDay, inHour]: readonly [number, number, number],
): Note {
  const column = samples.features[feature]!; // one of the features
  const ms = numberAt(samples, feature, sample);
  if (far >= onDay && far >= inHour)
    return { code: "column-finding.far-time", values: { column, date: dayOf(ms), from: dayOf(from), to: dayOf(to) } };
  if (onDay >= inHour)
    return { code: `column-finding.on-weekday.${WEEKDAY_KEYS[weekdayOf(ms)]!}`, values: { column, date: dayOf(ms) } }; // 0 to 6
  return { code: "column-finding.at-hour", values: { column, date: dayOf(ms) } };
}
