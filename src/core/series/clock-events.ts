import type { LaidSteps } from "./lay-steps";
import type { OrderedRows } from "./order-rows";
import { NO_ROW, type ClockEvent } from "./series-samples";

/** More are kept by nobody: such a file has no order of its own. */
const MAX_EVENTS = 1000;

/** Where times go back, or come twice, from one row of a series to the next in the file. Linear. */
export function clockEventsOf(
  { rows, starts, times }: Pick<OrderedRows, "rows" | "starts" | "times">,
  { stepOf }: Pick<LaidSteps, "stepOf">,
  pace: number,
): readonly ClockEvent[] {
  const events: ClockEvent[] = [];
  for (let series = 0; series + 1 < starts.length; series++) {
    let [last, most, open] = [-Infinity, -Infinity, -1];
    for (const row of rows.slice(starts[series], starts[series + 1]).sort()) {
      const [time, step] = [times[row]!, stepOf[row] ?? NO_ROW]; // a row
      if (step === NO_ROW) continue;
      if (time < last) {
        if (events.length >= MAX_EVENTS) return events;
        open = events.length;
        events.push({ is: "back", step, to: step + 1, by: last + pace - time });
      } else if (time === last && open < 0) {
        if (events.length >= MAX_EVENTS) return events;
        events.push({ is: "twice", step, to: step + 1, by: 0 });
      }
      const own = events[open];
      if (own && time <= most) events[open] = { ...own, to: Math.max(own.to, step + 1) };
      else open = -1;
      last = time;
      most = Math.max(most, time);
    }
  }
  return events;
}
