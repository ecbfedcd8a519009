import { casesOf, occurrencesIn, rareAmong } from "../../core/findings/cases";
import { rareLevelsOf, type RareLevel } from "../../core/findings/rare-levels";
import { NO_SYMBOL } from "../../core/series/event-samples-of";
import { defineSequenceTest, tooFewSequences } from "./sequence-test";

interface RareEventsModel {
  readonly rare: readonly RareLevel[];
  readonly symbols: number;
}

/** Events that hardly any sequence has, where all other kinds of events are frequent. */
export const rareEvents = defineSequenceTest<RareEventsModel>({
  id: "rare-events",
  label: "Foreign events",
  summary: "Finds events that hardly any sequence has, where all other kinds of events are common.",
  blindTo: "Rare events where others are rare too.",
  reference:
    "Preston, F. W. (1948). The commonness, and rarity, of species. Ecology 29(3), for frequencies that spread as a log-normal distribution; a level far below it is none of the others.",
  async fit(samples) {
    const { cases, totals } = occurrencesIn(casesOf(samples));
    const inCases = cases.map(({ length }) => length);
    const most = rareAmong(samples.starts.length - 1);
    return { rare: tooFewSequences(samples) ? [] : rareLevelsOf(inCases, most), symbols: totals.length };
  },
  async test({ rare, symbols }, samples) {
    const few = tooFewSequences(samples);
    if (few) return few;
    const byCode = new Map(rare.map(({ level, evidence }) => [level, evidence]));
    const evidence = Float64Array.from(samples.block(0, samples.count), (code) => byCode.get(code) ?? 0);
    return { kind: "tested", evidence, things: Math.max(1, symbols) };
  },
  async reasons({ rare }, samples, which) {
    const codes = samples.block(0, samples.count);
    return which.map((event) => {
      const { level, count } = rare.find((one) => one.level === codes[event])!; // evidence says that there is one
      const name = samples.vocabulary[level] ?? NO_SYMBOL;
      const values = { event: name, count, sequences: samples.starts.length - 1 };
      return { note: { code: "event-finding.from-elsewhere", values }, features: [0], expected: null };
    });
  },
});
