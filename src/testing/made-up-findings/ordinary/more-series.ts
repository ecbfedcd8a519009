import type { Draw } from "../draw";
import type { Kind } from "../made-up-file";
import { rememberingNoise, waveOf } from "../series/course";
import { DAY, field, HOUR, MINUTE, times } from "../write-file";
import { ordinary } from "./series";

const one = (values: readonly (number | null)[], decimals = 2) => [field("value", values, decimals)];

/** Noise in which what lies far back still counts: many memories added up. */
function longMemory(draw: Draw, steps: number): number[] {
  const parts = [0.5, 0.8, 0.95, 0.99, 0.998].map((memory) => rememberingNoise(draw, steps, memory));
  return times(steps, (at) => parts.reduce((sum, part) => sum + part[at]!, 0) / Math.sqrt(parts.length));
}

/** Further series of other shapes in which nothing was planted. */
export const moreOrdinarySeries: readonly Kind[] = [
  ordinary(
    "nothing: a day that differs by weekday",
    (draw, steps) => {
      const [works, rests] = [waveOf(draw, 24), waveOf(draw, 24)];
      const first = draw.whole(0, 6);
      const isOff = (at: number) => (first + Math.floor(at / 24)) % 7 >= 5;
      return one(times(steps, (at) => 100 * (isOff(at) ? 1 + 0.2 * rests(at) : 3 + works(at)) + 12 * draw.normal()));
    },
    HOUR,
    [600, 5000],
  ),
  ordinary("nothing: a trend that bends", (draw, steps) => {
    const bend = waveOf(draw, 1.7 * steps);
    return one(times(steps, (at) => 50 + 20 * bend(at) + draw.normal()));
  }),
  ordinary("nothing: noise that remembers with heavy tails", (draw, steps) => {
    let last = 0;
    const memory = draw.uniform(0.2, 0.9);
    return one(times(steps, () => (last = memory * last + draw.student(4))));
  }),
  ordinary(
    "nothing: noisier by day than by night",
    (draw, steps) => {
      const wave = waveOf(draw, 96);
      return one(times(steps, (at) => 20 + 5 * wave(at) + Math.exp(0.9 * wave(at)) * draw.normal()));
    },
    15 * MINUTE,
    [500, 6000],
  ),
  ordinary(
    "nothing: a price",
    (draw, steps) => {
      let [log, calm] = [5, 0];
      return one(
        times(steps, () => {
          calm = 0.95 * calm + 0.25 * draw.normal();
          return Math.exp((log += 0.01 * Math.exp(calm / 2) * draw.normal()));
        }),
      );
    },
    DAY,
    [250, 3000],
  ),
  ordinary(
    "nothing: counts by weekday and year",
    (draw, steps) => {
      const byDay = times(7, () => draw.uniform(0.5, 1.5));
      const year = waveOf(draw, 365.25);
      return one(
        times(steps, (at) => draw.negativeBinomial(60 * byDay[at % 7]! * Math.exp(0.4 * year(at)), 0.03)),
        0,
      );
    },
    DAY,
    [200, 1500],
  ),
  ordinary(
    "nothing: a boiler that heats and cools",
    (draw, steps) => {
      let [heat, isOn] = [60, true];
      return one(
        times(steps, () => {
          if (heat > 70) isOn = false;
          if (heat < 50) isOn = true;
          heat += (isOn ? 0.9 : -0.5) + 0.1 * draw.normal();
          return heat + 0.1 * draw.normal();
        }),
      );
    },
    MINUTE,
  ),
  ordinary("nothing: swings of no exact length", (draw, steps) => {
    const [angle, kept] = [(2 * Math.PI) / draw.uniform(15, 60), draw.uniform(0.9, 0.99)];
    let [last, before] = [0, 0];
    return one(
      times(steps, () => {
        const next = 2 * kept * Math.cos(angle) * last - kept * kept * before + draw.normal();
        [before, last] = [last, next];
        return next;
      }),
    );
  }),
  ordinary(
    "nothing: a course with cells left blank",
    (draw, steps) => {
      const wave = waveOf(draw, 24);
      return one(times(steps, (at) => (draw.chance(0.05) ? null : 9 + 2 * wave(at) + 0.5 * draw.normal())));
    },
    HOUR,
    [300, 3000],
  ),
  ordinary("nothing: rain", (draw, steps) => {
    let isWet = false;
    return one(
      times(steps, () => {
        if (draw.chance(isWet ? 0.2 : 0.03)) isWet = !isWet;
        return isWet ? Math.max(0.1, 1.5 * draw.gamma(0.7)) : 0;
      }),
      1,
    );
  }),
  ordinary("nothing: noise that never forgets", (draw, steps) => {
    const noise = longMemory(draw, steps);
    return one(times(steps, (at) => 30 + 4 * noise[at]!));
  }),
  ordinary(
    "nothing: a tide of two lengths",
    (draw, steps) => {
      const [moon, sun] = [waveOf(draw, 12.42), waveOf(draw, 12)];
      return one(times(steps, (at) => 3 + 1.4 * moon(at) + 0.5 * sun(at) + 0.08 * draw.normal()));
    },
    HOUR,
    [400, 5000],
  ),
  ordinary(
    "nothing: a walk of three channels",
    (draw, steps) => {
      const levels = times(3, () => 50);
      const rows = times(steps, () => levels.map((_, at) => (levels[at]! += draw.normal())));
      return levels.map((_, channel) =>
        field(
          `w${channel + 1}`,
          rows.map((row) => row[channel]!),
          3,
        ),
      );
    },
    MINUTE,
    [400, 3000],
  ),
];
