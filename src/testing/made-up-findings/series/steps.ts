import { strangeRows, type Kind } from "../made-up-file";
import { DAY, field, HOUR, MINUTE, times } from "../write-file";
import { courseOf, rememberingNoise, seriesFile, singleSteps, stretches, waveOf } from "./course";

/** Single steps are strange, or the clock is. */
export const strangeSteps: readonly Kind[] = [
  {
    name: "single hours far off a daily course",
    draw(draw, name) {
      const course = courseOf(draw, 24 * draw.whole(40, 200), HOUR);
      const wave = waveOf(draw, 24);
      const values = times(course.steps, (at) => 300 + 120 * wave(at) + 12 * draw.normal());
      const planted = singleSteps(draw, course.steps, draw.whole(2, 5));
      for (const step of planted) values[step]! += (draw.chance(0.5) ? 1 : -1) * 120;
      return seriesFile(draw, course, [field(name("load"), values, 1)], strangeRows(planted, name("load")));
    },
  },
  {
    name: "spikes of which one hides the others",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(400, 3000), MINUTE);
      const values = times(course.steps, () => 80 + 1.5 * draw.normal());
      const planted = singleSteps(draw, course.steps, 3);
      planted.forEach((step, at) => (values[step]! += [24, 520, 24][at]!));
      return seriesFile(draw, course, [field(name("value"), values, 2)], strangeRows(planted, name("value")));
    },
  },
  {
    name: "a train of spikes",
    draw(draw) {
      const course = courseOf(draw, draw.size(1000, 5000), MINUTE);
      const noise = rememberingNoise(draw, course.steps, 0.8);
      const values = times(course.steps, (at) => 40 + 3 * noise[at]!);
      const [from] = singleSteps(draw, course.steps, 1);
      const planted = times(draw.whole(4, 8), (at) => from! + 3 * at);
      for (const step of planted) values[step]! += draw.uniform(40, 60);
      return seriesFile(draw, course, [field("latency ms", values, 1)], strangeRows(planted, "latency ms"));
    },
  },
  {
    name: "a counter that starts anew",
    draw(draw) {
      const course = courseOf(draw, draw.size(500, 3000), 15 * MINUTE);
      let count = draw.whole(1000, 90_000);
      const values = times(course.steps, () => (count += draw.poisson(25)));
      const [planted] = singleSteps(draw, course.steps, 1);
      const before = values[planted! - 1]!;
      for (let step = planted!; step < course.steps; step++) values[step]! -= before;
      return seriesFile(draw, course, [field("counter", values)], strangeRows([planted!], "counter"));
    },
  },
  {
    name: "hours that are missing",
    draw(draw, name) {
      const whole = courseOf(draw, draw.size(600, 3000), 10 * MINUTE);
      const wave = waveOf(draw, 144);
      const [gap] = singleSteps(draw, whole.steps, 1);
      const length = draw.whole(18, 60);
      const kept = times(whole.steps, (at) => at).filter((at) => at < gap! || at >= gap! + length);
      return seriesFile(
        draw,
        whole,
        [
          field(
            name("humidity"),
            kept.map((at) => 55 + 10 * wave(at) + 0.5 * draw.normal()),
            1,
          ),
        ],
        { ...stretches([[gap! - 1, gap!]]), beside: [gap! - 1, gap!] },
        kept.map((at) => whole.start + at * whole.step),
      );
    },
  },
  {
    name: "values that are missing for a while",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(600, 3000), 10 * MINUTE);
      const wave = waveOf(draw, 144);
      const [gap] = singleSteps(draw, course.steps, 1);
      const part = times(draw.whole(12, 40), (at) => gap! + at);
      const missing = new Set(part);
      const values = times(course.steps, (at) => (missing.has(at) ? null : 12 + 3 * wave(at) + 0.2 * draw.normal()));
      return seriesFile(draw, course, [field(name("temperature"), values, 2)], {
        ...stretches([[part[0]! - 1, ...part, part.at(-1)! + 1]], name("temperature")),
      });
    },
  },
  {
    name: "a clock that jumps",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(500, 3000), MINUTE);
      const [jump] = singleSteps(draw, course.steps, 1);
      const ahead = draw.whole(3, 20) * HOUR;
      const moments = times(course.steps, (at) => course.start + at * course.step + (at >= jump! ? ahead : 0));
      const noise = rememberingNoise(draw, course.steps, 0.6);
      return seriesFile(
        draw,
        course,
        [
          field(
            name("flow"),
            times(course.steps, (at) => 30 + 2 * noise[at]!),
            2,
          ),
        ],
        { ...stretches([[jump! - 1, jump!]]), beside: [jump! - 1, jump!] },
        moments,
      );
    },
  },
  {
    name: "a week's sales of a day too many",
    draw(draw, name) {
      const course = courseOf(draw, draw.whole(60, 260), 7 * DAY);
      const values = times(course.steps, (at) => 5000 + 6 * at + 250 * draw.normal());
      const planted = singleSteps(draw, course.steps, 1);
      for (const step of planted) values[step]! *= 1.7;
      return seriesFile(draw, course, [field(name("total"), values, 0)], strangeRows(planted, name("total")));
    },
  },
  {
    name: "one reading of a random walk that jumps and comes back",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(500, 4000), HOUR);
      let level = 100;
      const values = times(course.steps, () => (level += 0.4 * draw.normal()));
      const planted = singleSteps(draw, course.steps, draw.whole(1, 3));
      for (const step of planted) values[step]! += draw.oneOf([-1, 1]) * draw.uniform(5, 9);
      return seriesFile(draw, course, [field(name("price"), values, 2)], strangeRows(planted, name("price")));
    },
  },
];
