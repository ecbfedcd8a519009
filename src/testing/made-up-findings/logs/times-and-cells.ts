import type { Draw } from "../draw";
import { between, type Drawn, type Kind, type NameOf } from "../made-up-file";
import { clockOf, DAY, field, HOUR, MINUTE, someStart, times } from "../write-file";
import { CLAIMS, logFile, ORDERS, someProcess, usualCase, type Happened } from "./process";

/** Cases whose events bear further cells. */
function withCells(
  draw: Draw,
  name: NameOf,
  cellsOf: (event: Happened) => Readonly<Record<string, string | number>>,
  change: (event: Happened) => Happened,
): Drawn {
  const count = draw.size(80, 700);
  const cases = times(count, () => usualCase(draw, CLAIMS).map((event) => ({ ...event, more: cellsOf(event) })));
  const strange = draw.places(count, draw.whole(1, 3));
  for (const at of strange) cases[at] = cases[at]!.map((event) => ({ ...event, more: {}, ...change(event) }));
  return logFile(draw, name, cases, strange);
}

/** When things happen, and what else their rows say. */
export const strangeTimesAndCells: readonly Kind[] = [
  {
    name: "a long wait between two steps",
    draw(draw, name) {
      const process = someProcess(draw);
      const cases = times(draw.size(80, 900), () => usualCase(draw, process));
      const strange = draw.places(cases.length, draw.whole(1, 3));
      for (const at of strange) {
        const place = draw.whole(1, cases[at]!.length - 1);
        cases[at]![place] = { ...cases[at]![place]!, wait: (cases[at]![place]!.wait + HOUR) * draw.uniform(40, 90) };
      }
      return logFile(draw, name, cases, strange);
    },
  },
  {
    name: "a payment within a second",
    draw(draw, name) {
      const cases = times(draw.size(80, 900), () => usualCase(draw, ORDERS));
      const strange = draw.places(cases.length, draw.whole(1, 3));
      for (const at of strange)
        cases[at] = cases[at]!.map((one) => (one.symbol === "payment received" ? { ...one, wait: 1000 } : one));
      return logFile(draw, name, cases, strange);
    },
  },
  {
    name: "an approval by someone who never approves",
    draw(draw, name) {
      const roleOf = (symbol: string) =>
        symbol === "claim approved"
          ? "manager"
          : symbol === "claim paid"
            ? "treasury"
            : draw.oneOf(["clerk", "expert"]);
      return withCells(
        draw,
        name,
        ({ symbol }) => ({ role: roleOf(symbol) }),
        (event) => ({ ...event, more: { role: event.symbol === "claim approved" ? "clerk" : roleOf(event.symbol) } }),
      );
    },
  },
  {
    name: "an amount that this step never has",
    draw: (draw, name) =>
      withCells(
        draw,
        name,
        ({ symbol }) => ({ cost: Math.round(draw.logNormal(symbol === "expert asked" ? 900 : 25, 0.25)) }),
        (event) => ({
          ...event,
          more: {
            cost: Math.round(
              event.symbol === "documents checked"
                ? draw.uniform(700, 1100)
                : draw.logNormal(event.symbol === "expert asked" ? 900 : 25, 0.25),
            ),
          },
        }),
      ),
  },
  {
    name: "a user at night",
    draw(draw) {
      const users = times(draw.whole(5, 20), (at) => `u${100 + at}`);
      const start = Math.floor(someStart(draw) / DAY) * DAY;
      const days = draw.whole(20, 60);
      const rows = users.flatMap((user) =>
        times(days * draw.whole(2, 5), () => ({
          user,
          at: start + draw.whole(0, days - 1) * DAY + (12.5 + 1.9 * draw.normal()) * HOUR,
          isStrange: false,
        })),
      );
      const night = start + draw.whole(2, days - 2) * DAY + 3 * HOUR;
      for (const minute of times(draw.whole(2, 4), (at) => 7 * at))
        rows.push({ user: users[1]!, at: night + minute * MINUTE, isStrange: true });
      rows.sort((a, b) => a.at - b.at);
      const clock = clockOf(draw);
      return {
        fields: [
          field(
            "time",
            rows.map(({ at }) => clock(at)),
          ),
          field(
            "user",
            rows.map(({ user }) => user),
          ),
          field(
            "action",
            rows.map(() => draw.oneOf(["sign-in", "open", "print", "sign-out"])),
          ),
        ],
        planted: {
          as: "stretches",
          parts: [rows.flatMap(({ isStrange }, at) => (isStrange ? [at] : []))],
          columns: [],
        },
      };
    },
  },
  {
    name: "a host that sends a burst",
    draw(draw) {
      const hosts = times(draw.whole(4, 12), (at) => `host-${at + 1}`);
      const count = draw.size(800, 6000);
      let now = someStart(draw);
      const rows = times(count, () => ({ at: (now += draw.exponential(5 * MINUTE)), host: draw.oneOf(hosts) }));
      const from = draw.whole(Math.floor(count / 4), Math.floor(0.8 * count));
      const burst = draw.whole(60, 120);
      const begin = rows[from]!.at;
      rows.splice(from + 1, 0, ...times(burst, (at) => ({ at: begin + at * 2000, host: hosts[0]! })));
      rows.sort((a, b) => a.at - b.at);
      const clock = clockOf(draw);
      return {
        fields: [
          field(
            "time",
            rows.map(({ at }) => clock(at)),
          ),
          field(
            "host",
            rows.map(({ host }) => host),
          ),
          field(
            "message",
            rows.map(() => draw.oneOf(["link up", "link down", "config read", "timeout"])),
          ),
        ],
        planted: { as: "stretches", parts: [between(from, from + burst + 1)], columns: [] },
      };
    },
  },
  {
    name: "errors that pile up in a stream",
    draw(draw) {
      const count = draw.size(1000, 8000);
      const level = times(count, () => ["INFO", "WARN", "ERROR"][draw.weighted([90, 8, 2])]!);
      const from = draw.whole(Math.floor(count / 4), Math.floor(0.8 * count));
      const part = between(from, from + draw.whole(15, 30));
      for (const row of part) level[row] = "ERROR";
      let now = someStart(draw);
      const clock = clockOf(draw);
      return {
        fields: [
          field(
            "time",
            times(count, () => clock((now += draw.exponential(MINUTE)))),
          ),
          field("level", level),
        ],
        planted: { as: "stretches", parts: [part], columns: [] },
      };
    },
  },
];
