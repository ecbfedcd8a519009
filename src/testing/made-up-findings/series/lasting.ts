import { between, type Kind } from "../made-up-file";
import { field, HOUR, MINUTE, times } from "../write-file";
import { courseOf, rememberingNoise, seriesFile, stretches, waveOf } from "./course";

/** From some step on something is otherwise than before, and stays so; or the clock slips. */
export const lastingChanges: readonly Kind[] = [
  {
    name: "a level that changes for good",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(400, 4000), 10 * MINUTE);
      const noise = rememberingNoise(draw, course.steps, draw.uniform(0, 0.8));
      const wave = waveOf(draw, 144);
      const daily = draw.oneOf([0, 2]);
      const from = Math.floor(course.steps * draw.uniform(0.3, 0.7));
      const height = draw.oneOf([-1, 1]) * draw.uniform(4, 7);
      const values = times(course.steps, (at) => 60 + daily * wave(at) + noise[at]! + (at >= from ? height : 0));
      return seriesFile(draw, course, [field(name("pressure"), values, 2)], {
        ...stretches([between(from, from + 12)], name("pressure")),
        beside: between(from - 5, course.steps),
      });
    },
  },
  {
    name: "one of three channels creeps away",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(600, 4000), MINUTE);
      const which = draw.whole(0, 2);
      const from = Math.floor(course.steps * draw.uniform(0.72, 0.8));
      const channels = ["temperature", "flow", "power"].map((thing, at) => {
        const noise = rememberingNoise(draw, course.steps, 0.5);
        const off = (step: number) => (at === which && step > from ? (12 * (step - from)) / (course.steps - from) : 0);
        return field(
          name(thing),
          times(course.steps, (step) => 40 + noise[step]! + off(step)),
          2,
        );
      });
      return seriesFile(draw, course, channels, {
        ...stretches([between(from, course.steps)], channels[which]!.name),
      });
    },
  },
  {
    name: "noise that grows for good",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(600, 5000), MINUTE);
      const from = Math.floor(course.steps * draw.uniform(0.35, 0.7));
      const values = times(course.steps, (at) => 100 + (at >= from ? 3.5 : 1) * draw.normal());
      return seriesFile(draw, course, [field(name("vibration"), values, 2)], {
        ...stretches([between(from - 3, from + 20)], name("vibration")),
        beside: between(from, course.steps),
      });
    },
  },
  {
    name: "an hour that comes twice",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(500, 3000), 10 * MINUTE);
      const noise = rememberingNoise(draw, course.steps, 0.7);
      const back = Math.floor(course.steps * draw.uniform(0.2, 0.8));
      const moments = times(course.steps, (at) => course.start + at * course.step - (at >= back ? HOUR : 0));
      const values = times(course.steps, (at) => 12 + 2 * noise[at]!);
      return seriesFile(
        draw,
        course,
        [field(name("humidity"), values, 2)],
        { ...stretches([between(back - 6, back + 6)]) },
        moments,
      );
    },
  },
  {
    name: "one channel without values for a while",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(500, 3000), MINUTE);
      const from = Math.floor(course.steps * draw.uniform(0.2, 0.7));
      const part = between(from, from + draw.whole(10, 40));
      const gone = new Set(part);
      const channels = ["temperature", "flow", "load"].map((thing, channel) =>
        field(
          name(thing),
          times(course.steps, (at) => (channel === 1 && gone.has(at) ? null : 20 + 5 * channel + draw.normal())),
          2,
        ),
      );
      return seriesFile(draw, course, channels, stretches([part], channels[1]!.name));
    },
  },
];
