import type { Draw } from "../draw";
import { nothing, type Field, type Kind } from "../made-up-file";
import { courseOf, rememberingNoise, seriesFile, waveOf } from "../series/course";
import { DAY, field, HOUR, MINUTE, times } from "../write-file";

/** A series with nothing planted: its channels, for so many steps. */
export function ordinary(
  name: string,
  channels: (draw: Draw, steps: number) => Field[],
  step = HOUR,
  [least, most] = [200, 5000],
): Kind {
  return {
    name,
    draw(draw) {
      const course = courseOf(draw, draw.size(least, most), step);
      return seriesFile(draw, course, channels(draw, course.steps), nothing);
    },
  };
}

const one = (steps: number, value: (at: number) => number, decimals = 2) => [
  field("value", times(steps, value), decimals),
];

/** Series of many shapes in which nothing was planted. */
export const ordinarySeries: readonly Kind[] = [
  ordinary("nothing: a daily course", (draw, steps) => {
    const wave = waveOf(draw, 24);
    return one(steps, (at) => 100 + 30 * wave(at) + 4 * draw.normal());
  }),
  ordinary("nothing: white noise in time", (draw, steps) => one(steps, () => 5 + draw.normal())),
  ordinary(
    "nothing: noise that remembers",
    (draw, steps) => {
      const noise = rememberingNoise(draw, steps, draw.uniform(0.3, 0.98));
      return one(steps, (at) => 40 + 5 * noise[at]!);
    },
    MINUTE,
  ),
  ordinary("nothing: a random walk", (draw, steps) => {
    let level = 200;
    return one(steps, () => (level += draw.normal()));
  }),
  ordinary(
    "nothing: a trend with seasons",
    (draw, steps) => {
      const wave = waveOf(draw, 12);
      return one(steps, (at) => (100 + 2 * at) * (1 + 0.2 * wave(at)) * (1 + 0.03 * draw.normal()), 1);
    },
    30.4 * DAY,
    [60, 200],
  ),
  ordinary("nothing: heavy tails in time", (draw, steps) => one(steps, () => 10 + draw.student(3)), MINUTE),
  ordinary("nothing: counts an hour", (draw, steps) => {
    const wave = waveOf(draw, 24);
    return one(steps, (at) => draw.negativeBinomial(40 * Math.exp(0.7 * wave(at)), 0.1), 0);
  }),
  ordinary("nothing: rare counts", (draw, steps) => one(steps, () => draw.poisson(0.3), 0)),
  ordinary(
    "nothing: a week of days",
    (draw, steps) => {
      const byDay = times(7, () => draw.uniform(0.3, 1.6));
      return one(steps, (at) => 800 * byDay[at % 7]! * (1 + 0.08 * draw.normal()), 0);
    },
    DAY,
    [150, 1000],
  ),
  ordinary(
    "nothing: noise that comes in waves",
    (draw, steps) => {
      const calm = rememberingNoise(draw, steps, 0.98);
      return one(steps, (at) => 0.01 * Math.exp(0.5 * calm[at]!) * draw.normal(), 5);
    },
    DAY,
    [300, 3000],
  ),
  ordinary(
    "nothing: four channels of a machine",
    (draw, steps) => {
      const common = rememberingNoise(draw, steps, 0.95);
      return ["temperature", "pressure", "flow", "load"].map((name, channel) =>
        field(
          name,
          times(steps, (at) => 20 * (channel + 1) + 2 * (channel % 2) * common[at]! + draw.normal()),
          2,
        ),
      );
    },
    MINUTE,
  ),
  ordinary(
    "nothing: a coarse sensor",
    (draw, steps) => {
      const noise = rememberingNoise(draw, steps, 0.97);
      return one(steps, (at) => 0.5 * Math.round((21 + 1.2 * noise[at]!) / 0.5), 1);
    },
    10 * MINUTE,
  ),
  ordinary(
    "nothing: a machine that is on and off",
    (draw, steps) => {
      let isOn = true;
      return one(steps, () => {
        if (draw.chance(0.03)) isOn = !isOn;
        return isOn ? 50 + 2 * draw.normal() : Math.abs(0.3 * draw.normal());
      });
    },
    MINUTE,
  ),
  ordinary(
    "nothing: a counter that counts",
    (draw, steps) => {
      let count = draw.whole(0, 9000);
      return one(steps, () => (count += draw.poisson(12)), 0);
    },
    15 * MINUTE,
  ),
];
