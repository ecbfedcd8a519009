import { isBelievable } from "../../core/findings/evidence";
import { hourEvidence, hourWithParts, usualHoursOf, type UsualHours } from "../../core/findings/hours";
import type { EventSamples } from "../../core/series/series-samples";
import { defineSequenceTest } from "./sequence-test";

interface OddHoursModel {
  readonly usual: UsualHours | null;
}

/** When in the day events happen, where there are hours in which next to nothing does. */
export const oddHours = defineSequenceTest<OddHoursModel>({
  id: "odd-hours",
  label: "Events at odd hours",
  summary: "Finds events at a time of the day at which nothing else happens.",
  blindTo: "Days of the week, and events that happen around the clock.",
  reference:
    "Fisher, N. I. (1993). Statistical Analysis of Circular Data. Cambridge University Press, cut open at the quiet hours; tails as its bulk promises.",
  async fit(samples) {
    if (!samples.times?.isClock) return { usual: null };
    const usual = usualHoursOf(samples.times.values);
    return { usual: usual && isBelievable(evidenceOf(usual, samples), 1) ? usual : null };
  },
  async test({ usual }, samples) {
    if (!usual) return { kind: "silent", why: { code: "event-finding.no-hours" } };
    return { kind: "tested", evidence: evidenceOf(usual, samples) };
  },
  async reasons({ usual }, samples, which) {
    return which.map((event) => {
      const values = {
        at: clockOf(hourWithParts(samples.times?.values[event] ?? NaN)),
        low: clockOf(usual!.usual.low), // there is evidence
        high: clockOf(usual!.usual.high), // there is evidence
      };
      return { note: { code: "event-finding.odd-hour", values }, features: [0], expected: null };
    });
  },
});

function evidenceOf(usual: UsualHours, { times, count }: EventSamples): Float64Array {
  return times ? times.values.map((time) => hourEvidence(usual, time)) : new Float64Array(count);
}

function clockOf(hour: number): string {
  const minutes = Math.round(60 * hour) % (24 * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
