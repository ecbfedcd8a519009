import { upperBound } from "../../core/math/sort";
import type { PreparedEvents } from "../../core/series/event-samples-of";
import { NO_ROW } from "../../core/series/series-samples";
import type { Thing } from "../calls/findings";
import type { Picture } from "../calls/reports";

/** So many events are told on either side. */
const EVENTS_AROUND = 6;

/** Each event that stands out among its neighbours. */
export function sequencePictures(things: readonly Thing[], { samples, stepOf }: PreparedEvents): (Picture | null)[] {
  const { starts, vocabulary } = samples;
  return things.map(({ row }): Picture | null => {
    const step = stepOf[row] ?? NO_ROW;
    if (step === NO_ROW) return null;
    const sequence = upperBound(starts, step) - 1;
    const [first, end] = [starts[sequence]!, starts[sequence + 1]!]; // a sequence
    const [from, to] = [Math.max(first, step - EVENTS_AROUND), Math.min(end, step + EVENTS_AROUND + 1)];
    const told = Array.from(samples.block(from, to), (symbol) => vocabulary[symbol] ?? "");
    return { is: "events", symbols: told, here: step - from, before: from - first, after: end - to };
  });
}
