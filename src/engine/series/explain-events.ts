import type { Note } from "../../core/data/note";
import type { Attribution } from "../../core/explain/attribution";
import type { Reason, RowExplanation } from "../../core/explain/explanation";
import { requireKind } from "../../core/kinds/kinds";
import { NO_SYMBOL, type PreparedEvents } from "../../core/series/event-samples-of";
import { sliceEvents, slicesAround } from "../../core/series/slice-series";
import { contributionsOf, type ChannelAttribution } from "../../core/series/step-reason";
import type { CallTools } from "../calls/host";
import { rescoringContext } from "../rescore";
import { eventDetectorOf } from "./event-inputs";
import { findingStatements } from "./explain-findings";
import { stepOfRow } from "./series-inputs";
import type { FittedRun } from "../stored-run";

/** Events before and after the explained one that its detector gets to see, at least. */
const MIN_EVENTS_SEEN = 500;
/** Expected symbols that are named. */
const MAX_SYMBOLS_NAMED = 3;
/** What is less likely would be named with 0 %. */
const MIN_SHARE_NAMED = 0.005;

/** What some events say: the symbol, and which ones were likelier, where the detector tells. By event. */
async function eventAttributions(
  run: FittedRun,
  events: PreparedEvents,
  which: readonly number[],
  column: number,
  tools: CallTools,
): Promise<Map<number, ChannelAttribution[]>> {
  const { samples } = events;
  const detector = eventDetectorOf(run);
  const { model } = run;
  const name = run.table.dataset.columns[column]?.name ?? "";
  const channelAttributions = new Map<number, ChannelAttribution[]>();
  const say = (event: number, channelAttribution: Pick<Attribution, "likely" | "endsEarly"> = {}) => {
    const symbol = samples.block(event, event + 1)[0]!; // width 1
    const [first] = channelAttribution.endsEarly ? [] : (channelAttribution.likely ?? []);
    const expected = first ? (samples.vocabulary[first.symbol] ?? null) : null;
    channelAttributions.set(event, [
      { column, weight: 1, expected, reasonFor: () => reasonOf(symbol, channelAttribution) },
    ]);
  };
  const reasonOf = (symbol: number, { likely, endsEarly }: Pick<Attribution, "likely" | "endsEarly">): Reason => {
    const value = samples.vocabulary[symbol] ?? NO_SYMBOL;
    if (value === NO_SYMBOL) return { direction: "missing", note: { code: "event.missing", values: { column: name } } };
    // What came is not likelier than itself, and what rounds to nothing is not likely.
    const likelier = (likely ?? []).filter(
      (one) => (endsEarly || one.symbol !== symbol) && one.share >= MIN_SHARE_NAMED,
    );
    if (likelier.length > 0 && (endsEarly || likely?.[0]?.symbol !== symbol)) {
      const expected = likelier.slice(0, MAX_SYMBOLS_NAMED).map((one) => {
        return `${samples.vocabulary[one.symbol] ?? ""} (${Math.round(100 * one.share)} %)`;
      });
      const values = { column: name, value, expected };
      return { direction: "rare", note: { code: endsEarly ? "event.ends-early" : "event.unexpected", values } };
    }
    const percent = Number(((100 * events.counts[symbol]!) / samples.count).toPrecision(2)); // a symbol of the vocabulary
    return { direction: "rare", note: { code: "event.rare", values: { column: name, value, percent } } };
  };
  if (!detector.explain) for (const event of which) say(event);
  else
    for (const { from, to, steps } of slicesAround(which, samples.starts, {
      before: MIN_EVENTS_SEEN,
      after: MIN_EVENTS_SEEN,
    })) {
      const context = rescoringContext(run, tools);
      const attributions = await detector.explain(model, sliceEvents(samples, from, to), context);
      for (const event of steps) say(event, attributions[event - from]);
    }
  return channelAttributions;
}

/** How detectors speak of events: by their symbol, and what was likelier. */
export function eventSpeechOf(eventsOf: (run: FittedRun) => Promise<PreparedEvents>) {
  return async (run: FittedRun, rows: Uint32Array, tools: CallTools): Promise<Map<number, RowExplanation>> => {
    const events = await eventsOf(run);
    const { dataset, profiles } = run.table;
    const { symbol } = requireKind(run.request.recipe.rowKind, "events");
    const detector = eventDetectorOf(run);
    if (detector.reasons) {
      const { samples, cellColumns } = events;
      const seen = { samples, columns: cellColumns, stepOf: (row: number) => stepOfRow(events, row) };
      return findingStatements(run, seen, detector, rows, tools);
    }
    const which = [...new Set(Array.from(rows, (row) => stepOfRow(events, row)).filter((event) => event >= 0))];
    const found = await eventAttributions(run, events, which, symbol, tools);
    const method: Note = { code: "method.event" };
    const entries = Array.from(rows, (row): [number, RowExplanation] => {
      const own = found.get(stepOfRow(events, row)) ?? [];
      return [row, { row, contributions: contributionsOf(own, dataset.columns, profiles, row), method }];
    });
    return new Map(entries);
  };
}
