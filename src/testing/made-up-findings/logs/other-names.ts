import type { Draw } from "../draw";
import type { Drawn, Kind, NameOf } from "../made-up-file";
import { clockOf, DAY, field, HOUR, MINUTE, someStart, times } from "../write-file";
import { CLINIC, logFile, ORDERS, usualCase, type Happened, type Process } from "./process";

/** A log in which what makes a sequence, and what happened, are called by the trade. */
function tradeLog(
  draw: Draw,
  name: NameOf,
  { process, sizes, caseName, activity }: { process: Process; sizes: [number, number]; caseName: string; activity: string }, // prettier-ignore
  change: (events: Happened[]) => Happened[],
): Drawn {
  const cases = times(draw.size(...sizes), () => usualCase(draw, process));
  const strange = draw.places(cases.length, draw.whole(1, 2));
  for (const at of strange) cases[at] = change(cases[at]!);
  const { fields, planted } = logFile(draw, name, cases, strange);
  const [first, second, ...more] = fields;
  return { fields: [{ ...first!, name: caseName }, { ...second!, name: activity }, ...more], planted };
}

/** Sequences whose columns have the names of their trade, small logs, and people who do too much at once. */
export const otherNames: readonly Kind[] = [
  {
    name: "an order that is paid before it is confirmed",
    draw: (draw, name) =>
      tradeLog(
        draw,
        name,
        { process: ORDERS, sizes: [60, 600], caseName: draw.oneOf(["order", "Auftrag"]), activity: "step" },
        (events) => {
          const paid = events.findIndex(({ symbol }) => symbol === "payment received");
          const [moved] = events.splice(paid, 1);
          events.splice(1, 0, { ...moved!, wait: HOUR });
          return events;
        },
      ),
  },
  {
    name: "a patient who goes home twice",
    draw: (draw, name) =>
      tradeLog(
        draw,
        name,
        { process: CLINIC, sizes: [60, 600], caseName: draw.oneOf(["patient", "Fallnummer"]), activity: "action" },
        (events) => [...events.slice(0, -2), { ...events.at(-1)!, wait: HOUR }, ...events.slice(-2)],
      ),
  },
  {
    name: "a ticket that nobody answers",
    draw(draw, name) {
      const process: Process = {
        steps: ["opened", "assigned", "answered", "solved", "closed"],
        waits: [0, 0.2, 4, 12, 24].map((hours) => hours * HOUR),
        optional: {},
        again: { answered: 0.4 },
      };
      return tradeLog(draw, name, { process, sizes: [50, 400], caseName: "ticket", activity: "status" }, (events) =>
        events.filter(({ symbol }) => symbol !== "answered"),
      );
    },
  },
  {
    name: "a step done five times in a small log",
    draw: (draw, name) =>
      tradeLog(draw, name, { process: ORDERS, sizes: [30, 60], caseName: "case id", activity: "activity" }, (events) =>
        events.flatMap((event) => (event.symbol === "invoice sent" ? times(5, () => ({ ...event })) : [event])),
      ),
  },
  {
    name: "a user who exports all day",
    draw(draw) {
      const users = times(draw.whole(12, 30), (at) => `u${100 + at}`);
      const clock = clockOf(draw);
      const start = someStart(draw);
      const days = draw.whole(20, 40);
      const events = users.flatMap((user, at) =>
        times(days, (day) => day).flatMap((day) =>
          times(draw.poisson(8), () => ({
            user,
            at: day * DAY + 8 * HOUR + draw.uniform(0, 9 * HOUR),
            action: ["view", "search", "edit", "export"][draw.weighted([8, 5, 3, 0.5])]!,
            strange: false,
            key: at,
          })),
        ),
      );
      const day = draw.whole(2, days - 2);
      const [user, key] = [users[3]!, 3];
      for (let one = 0; one < 60; one++)
        events.push({ user, key, action: "export", strange: true, at: day * DAY + 9 * HOUR + one * 7 * MINUTE });
      events.sort((a, b) => a.at - b.at);
      return {
        fields: [
          field(
            "time",
            events.map(({ at }) => clock(start + at)),
          ),
          field(
            "user",
            events.map((one) => one.user),
          ),
          field(
            "action",
            events.map((one) => one.action),
          ),
        ],
        planted: {
          as: "cases",
          parts: [events.flatMap(({ strange }, at) => (strange ? [at] : []))],
          caseOf: events.map((one) => one.key),
          columns: [],
        },
      };
    },
  },
];
