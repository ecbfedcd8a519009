import { isBelievable } from "../../core/findings/evidence";
import { usualWaitsOf, waitEvidence, waitKey, waitsOf, type UsualWaits } from "../../core/findings/waits";
import type { EventSamples } from "../../core/series/series-samples";
import { defineSequenceTest } from "./sequence-test";

interface OddWaitsModel {
  readonly usual: UsualWaits | null;
}

/** How long each event comes after the one before it, by ratio, against other waits between the same two events. */
export const oddWaits = defineSequenceTest<OddWaitsModel>({
  id: "odd-waits",
  label: "Odd waits between events",
  summary: "Finds events that come far later, or far sooner, after the one before than they usually do.",
  blindTo: "Events that rarely follow each other, and waits that add up over many events.",
  reference:
    "Rogge-Solti, A. & Kasneci, G. (2014). Temporal anomaly detection in business processes. BPM; waits as logarithms, with the tails that their bulk promises in place of a fitted distribution.",
  async fit(samples) {
    if (!samples.times) return { usual: null };
    const usual = usualWaitsOf(samples, waitsOf(samples, samples.times.values));
    return { usual: usual && isBelievable(evidenceOf(usual, samples), 1) ? usual : null };
  },
  async test({ usual }, samples) {
    if (!usual) return { kind: "silent", why: { code: "event-finding.no-waits" } };
    const tested = samples.count - (samples.starts.length - 1);
    return { kind: "tested", evidence: evidenceOf(usual, samples), things: Math.max(1, tested) };
  },
  async reasons({ usual }, samples, which) {
    const waits = waitsOf(samples, samples.times!.values); // there is evidence
    return which.map((event) => {
      const wait = waits[event]!; // an event
      const usually = Math.exp(usual!.groups.get(waitKey(samples, event))!.middle); // there is evidence
      const [before, after] = [...samples.block(event - 1, event + 1)].map((code) => samples.vocabulary[code] ?? "");
      const names = { before: before ?? "", after: after ?? "" };
      const note =
        wait > usually
          ? { code: "event-finding.late" as const, values: { ...names, times: Math.round(wait / usually) } }
          : { code: "event-finding.early" as const, values: { ...names, percent: Number(((100 * wait) / usually).toPrecision(2)) } }; // prettier-ignore
      return { note, features: [0], expected: null };
    });
  },
});

function evidenceOf(usual: UsualWaits, samples: EventSamples): Float64Array {
  if (!samples.times) return new Float64Array(samples.count);
  return waitsOf(samples, samples.times.values).map((wait, event) =>
    Number.isFinite(wait) ? waitEvidence(usual, waitKey(samples, event), wait) : 0,
  );
}
