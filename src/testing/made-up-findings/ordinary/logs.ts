import type { Draw } from "../draw";
import { nothing, type Kind } from "../made-up-file";
import { CLAIMS, CLINIC, logFile, ORDERS, usualCase, type Happened, type Process } from "../logs/process";
import { clockOf, field, HOUR, MINUTE, someStart, times } from "../write-file";

/** A log with nothing planted. */
function ordinary(name: string, oneCase: (draw: Draw) => () => Happened[], [least, most] = [40, 900]): Kind {
  return {
    name,
    draw(draw, names) {
      const next = oneCase(draw);
      return { ...logFile(draw, names, times(draw.size(least, most), next), []), planted: nothing };
    },
  };
}

const as = (name: string, process: Process) => ordinary(name, (draw) => () => usualCase(draw, process));

/** A chain of symbols: what follows each of them, drawn once. */
function chainOf(draw: Draw, symbols: number, rarest: number) {
  const names = times(symbols, (at) => `E${at + 1}`);
  const weights = times(symbols, () =>
    times(symbols, () => (draw.chance(0.4) ? 0 : draw.chance(0.15) ? rarest : draw.gamma(0.7) + 0.02)),
  );
  return (): Happened[] => {
    let state = 0;
    return times(4 + draw.poisson(8), () => {
      state = draw.weighted(weights[state]!.map((weight, to) => weight + (to === (state + 1) % symbols ? 0.3 : 0)));
      return { symbol: names[state]!, wait: draw.logNormal(5 * MINUTE, 1) };
    });
  };
}

/** Logs of many shapes in which nothing was planted. */
export const ordinaryLogs: readonly Kind[] = [
  as("nothing: orders", ORDERS),
  as("nothing: a clinic", CLINIC),
  as("nothing: claims", CLAIMS),
  ordinary("nothing: a chain of events", (draw) => chainOf(draw, draw.whole(4, 12), 0.2)),
  ordinary("nothing: a chain with rare branches", (draw) => chainOf(draw, draw.whole(5, 10), 0.01)),
  ordinary("nothing: visits of very different lengths", (draw) => () => [
    { symbol: "login", wait: MINUTE },
    ...times(draw.negativeBinomial(8, 1.2), () => ({
      symbol: ["view", "search", "edit", "save"][draw.weighted([8, 4, 2, 1])]!,
      wait: draw.logNormal(MINUTE, 1.2),
    })),
    { symbol: "logout", wait: MINUTE },
  ]),
  ordinary(
    "nothing: events in bursts",
    (draw) => () =>
      times(1 + draw.poisson(4), () => {
        const symbol = draw.oneOf(["read", "write", "sync"]);
        return times(1 + draw.negativeBinomial(4, 1), () => ({ symbol, wait: draw.exponential(MINUTE) }));
      }).flat(),
  ),
  ordinary("nothing: retries now and then", (draw) => () => {
    const tries = draw.chance(0.1) ? 1 + draw.poisson(2) : 0;
    return ["connect", ...times(tries, () => "retry"), "send", "receive", "close"].map((symbol) => ({
      symbol,
      wait: draw.exponential(20_000),
    }));
  }),
  ordinary(
    "nothing: many kinds of events",
    (draw) => () =>
      times(3 + draw.poisson(6), () => ({
        symbol: `K${Math.floor(draw.exponential(9))}`,
        wait: draw.exponential(HOUR),
      })),
  ),
  ordinary(
    "nothing: waits with heavy tails",
    (draw) => () =>
      ["open", "work", "check", "close"].map((symbol) => ({
        symbol,
        wait: draw.logNormal(HOUR, 0.3) * Math.exp(Math.min(6, Math.abs(draw.student(4)))),
      })),
  ),
  ordinary(
    "nothing: events with cells",
    (draw) => () =>
      usualCase(draw, CLAIMS).map((event) => ({
        ...event,
        more: { clerk: draw.oneOf(["Abe", "Ida", "Kim"]), cost: Math.round(draw.logNormal(30, 0.7)) },
      })),
  ),
  {
    name: "nothing: a stream of messages",
    draw(draw) {
      let now = someStart(draw);
      const clock = clockOf(draw);
      const rows = draw.size(300, 6000);
      return {
        fields: [
          field(
            "time",
            times(rows, () => clock((now += draw.exponential(MINUTE) * Math.exp(0.5 * draw.normal())))),
          ),
          field(
            "level",
            times(rows, () => ["INFO", "WARN", "ERROR"][draw.weighted([90, 8, 2])]!),
          ),
        ],
        planted: nothing,
      };
    },
  },
  {
    name: "nothing: hosts by day and night",
    draw(draw) {
      let now = someStart(draw);
      const clock = clockOf(draw);
      const rows = draw.size(300, 5000);
      const moments = times(rows, () => {
        const day = 1 + 0.8 * Math.sin((2 * Math.PI * now) / (24 * HOUR));
        return (now += draw.exponential((4 * MINUTE) / day));
      });
      return {
        fields: [
          field("time", moments.map(clock)),
          field(
            "host",
            times(rows, () => `h${draw.weighted([8, 5, 3, 2, 1])}`),
          ),
          field(
            "message",
            times(rows, () => draw.oneOf(["up", "down", "slow"])),
          ),
        ],
        planted: nothing,
      };
    },
  },
];
