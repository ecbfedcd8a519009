import type { Draw } from "../draw";
import type { Drawn, Kind, NameOf } from "../made-up-file";
import { HOUR, times } from "../write-file";
import { logFile, ORDERS, someProcess, usualCase, type Happened, type Process } from "./process";

/** Cases of a process, some of which go another way. */
function withStrange(
  draw: Draw,
  name: NameOf,
  process: Process,
  change: (events: Happened[], draw: Draw) => Happened[],
): Drawn {
  const count = draw.size(60, 900);
  const cases = times(count, () => usualCase(draw, process));
  const strange = draw.places(count, draw.whole(1, 3));
  for (const at of strange) cases[at] = change(cases[at]!, draw);
  return logFile(draw, name, cases, strange);
}

const beforeLast = (events: readonly Happened[], ...added: Happened[]) => [
  ...events.slice(0, -1),
  ...added,
  events.at(-1)!,
];

/** Cases that go another way. */
export const strangeCases: readonly Kind[] = [
  {
    name: "orders in an impossible order",
    draw: (draw, name) =>
      withStrange(draw, name, ORDERS, (events) => {
        const paid = events.findIndex(({ symbol }) => symbol === "payment received");
        const [moved] = events.splice(paid, 1);
        events.splice(1, 0, { ...moved!, wait: HOUR });
        return events;
      }),
  },
  {
    name: "failed sign-ins, then exports",
    draw(draw, name) {
      const count = draw.size(43, 400);
      const visit = (): Happened[] => [
        ...times(draw.chance(0.1) ? 1 : 0, () => ({ symbol: "login failed", wait: 20_000 })),
        { symbol: "login", wait: 20_000 },
        ...times(1 + draw.negativeBinomial(9, 0.5), () => ({
          symbol: ["view", "search", "edit", "export"][draw.weighted([8, 4, 3, 0.25])]!,
          wait: draw.logNormal(40_000, 0.8),
        })),
        { symbol: "logout", wait: 30_000 },
      ];
      const cases = times(count, visit);
      const strange = draw.places(count, draw.whole(1, 2));
      for (const at of strange)
        cases[at] = [
          ...times(draw.whole(6, 15), () => ({ symbol: "login failed", wait: 4_000 })),
          { symbol: "login", wait: 5_000 },
          ...times(draw.whole(8, 20), () => ({ symbol: "export", wait: 9_000 })),
          { symbol: "logout", wait: 9_000 },
        ];
      return logFile(draw, name, cases, strange);
    },
  },
  {
    name: "a case that skips a step",
    draw(draw, name) {
      const process = someProcess(draw);
      const needed = process.steps.slice(1, -1).filter((step) => process.optional[step] === undefined);
      const skipped = draw.oneOf(needed);
      return withStrange(draw, name, process, (events) => events.filter(({ symbol }) => symbol !== skipped));
    },
  },
  {
    name: "a step done again and again",
    draw(draw, name) {
      const process = someProcess(draw);
      return withStrange(draw, name, process, (events) =>
        beforeLast(events, ...times(draw.whole(9, 14), () => ({ symbol: events.at(-2)!.symbol, wait: HOUR }))),
      );
    },
  },
  {
    name: "a step done twice that is done once",
    draw: (draw, name) =>
      withStrange(draw, name, ORDERS, (events) =>
        events.flatMap((event) =>
          event.symbol === "payment received" ? [event, { ...event, wait: 2 * HOUR }] : [event],
        ),
      ),
  },
  {
    name: "a case that ends early",
    draw: (draw, name) => withStrange(draw, name, someProcess(draw), (events) => events.slice(0, 2)),
  },
  {
    name: "an event that nobody has seen",
    draw: (draw, name) =>
      withStrange(draw, name, someProcess(draw), (events) =>
        beforeLast(events, { symbol: "manual override", wait: HOUR }),
      ),
  },
  {
    name: "to and fro between two steps",
    draw: (draw, name) =>
      withStrange(draw, name, someProcess(draw), (events) => {
        const [one, other] = [events.at(-3)!, events.at(-2)!];
        return beforeLast(events, ...times(draw.whole(5, 8), () => [one, other]).flat());
      }),
  },
  {
    name: "the end before the beginning",
    draw: (draw, name) =>
      withStrange(draw, name, someProcess(draw), (events) => [
        { ...events.at(-1)!, wait: 0 },
        ...events.slice(0, -1).map((event) => ({ ...event, wait: event.wait + 60_000 })),
      ]),
  },
];
