import type { Draw } from "../draw";
import { strangeRows, type Kind } from "../made-up-file";
import { DAY, field, HOUR, MINUTE, times } from "../write-file";
import {
  courseOf,
  rememberingNoise,
  seriesFile,
  singleSteps,
  stretches,
  stretchIn,
  waveOf,
  type Course,
} from "./course";

const isWeekend = (moment: number) => new Date(moment).getUTCDay() % 6 === 0;

/** What an office takes at each hour: other days on weekends, from about .3 to 1. */
function officeOf({ start }: Course, draw: Draw): (at: number, isOff?: boolean) => number {
  const [works, rests] = [waveOf(draw, 24), waveOf(draw, 24)];
  return (at, isOff = isWeekend(start + at * HOUR)) => (isOff ? 0.4 + 0.1 * rests(at) : 0.8 + 0.25 * works(at));
}

/** What goes by the hour, the day and the year, with single steps or stretches that do not. */
export const strangeByTheClock: readonly Kind[] = [
  {
    name: "hours off a day that differs by weekday",
    draw(draw, name) {
      const course = courseOf(draw, 24 * draw.whole(40, 150), HOUR);
      const office = officeOf(course, draw);
      const values = times(course.steps, (at) => 600 * office(at) + 25 * draw.normal());
      const planted = singleSteps(draw, course.steps, draw.whole(2, 4));
      for (const step of planted) values[step]! += draw.oneOf([-1, 1]) * 260;
      return seriesFile(draw, course, [field(name("load"), values, 0)], strangeRows(planted, name("load")));
    },
  },
  {
    name: "a Tuesday that runs like a Sunday",
    draw(draw, name) {
      const course = courseOf(draw, 24 * draw.whole(50, 140), HOUR);
      const office = officeOf(course, draw);
      let day = draw.whole(15, Math.floor(course.steps / 24) - 8);
      const midnight = (24 - new Date(course.start).getUTCHours()) % 24;
      while (new Date(course.start + (midnight + 24 * day) * HOUR).getUTCDay() !== 2) day++;
      const part = times(24, (hour) => midnight + 24 * day + hour);
      const isOff = new Set(part);
      const values = times(course.steps, (at) => 400 * office(at, isOff.has(at) || undefined) + 15 * draw.normal());
      return seriesFile(draw, course, [field(name("power"), values, 1)], stretches([part], name("power")));
    },
  },
  {
    name: "a warm night under a slow drift",
    draw(draw, name) {
      const course = courseOf(draw, 96 * draw.whole(12, 50), 15 * MINUTE);
      const wave = waveOf(draw, 96);
      const noise = rememberingNoise(draw, course.steps, 0.8);
      const slow = waveOf(draw, 3 * course.steps);
      const values = times(course.steps, (at) => 18 + 5 * wave(at) + 4 * slow(at) + 0.4 * noise[at]!);
      const part = stretchIn(draw, course.steps, draw.whole(12, 60));
      for (const step of part) values[step]! += 3.5;
      return seriesFile(draw, course, [field(name("temperature"), values, 2)], stretches([part], name("temperature")));
    },
  },
  {
    name: "one hour with six times the calls",
    draw(draw) {
      const course = courseOf(draw, 24 * draw.whole(30, 120), HOUR);
      const wave = waveOf(draw, 24);
      const mean = (at: number) => 30 * Math.exp(0.6 * wave(at));
      const planted = singleSteps(draw, course.steps, 1);
      const values = times(course.steps, (at) => draw.negativeBinomial(mean(at) * (at === planted[0] ? 6 : 1), 0.05));
      return seriesFile(draw, course, [field("calls", values, 0)], strangeRows(planted, "calls"));
    },
  },
  {
    name: "a month too high on a trend that bends",
    draw(draw, name) {
      const course = courseOf(draw, draw.whole(96, 240), 30.4 * DAY);
      const wave = waveOf(draw, 12);
      const bend = (at: number) => 900 * Math.exp(1.5 * Math.sin((3 * at) / course.steps));
      const values = times(course.steps, (at) => bend(at) * (1 + 0.2 * wave(at)) * (1 + 0.02 * draw.normal()));
      const planted = singleSteps(draw, course.steps, draw.whole(1, 2));
      for (const step of planted) values[step]! *= 1.3;
      return seriesFile(draw, course, [field(name("total"), values, 1)], strangeRows(planted, name("total")));
    },
  },
  {
    name: "a week of days at two thirds",
    draw(draw, name) {
      const course = courseOf(draw, draw.whole(365, 1100), DAY);
      const byDay = times(7, () => draw.uniform(0.7, 1.3));
      const year = waveOf(draw, 365.25);
      const values = times(
        course.steps,
        (at) => 4000 * byDay[at % 7]! * (1 + 0.25 * year(at)) * (1 + 0.05 * draw.normal()),
      );
      const part = stretchIn(draw, course.steps, draw.whole(6, 9));
      for (const step of part) values[step]! *= 0.66;
      return seriesFile(draw, course, [field(name("amount"), values, 0)], stretches([part], name("amount")));
    },
  },
];

/** Of what has no clock: levels, noise and what comes again. */
export const strangeWithoutClock: readonly Kind[] = [
  {
    name: "a dip of a few minutes in noise that remembers",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(800, 6000), MINUTE);
      const noise = rememberingNoise(draw, course.steps, draw.uniform(0.5, 0.9));
      const values = times(course.steps, (at) => 240 + 2 * noise[at]!);
      const part = stretchIn(draw, course.steps, draw.whole(3, 9));
      for (const step of part) values[step]! -= 24;
      return seriesFile(draw, course, [field(name("pressure"), values, 2)], stretches([part], name("pressure")));
    },
  },
  {
    name: "one of six channels spikes",
    draw(draw) {
      const course = courseOf(draw, draw.size(600, 3000), MINUTE);
      const common = rememberingNoise(draw, course.steps, 0.9);
      const channels = times(6, (channel) =>
        times(course.steps, (at) => 10 * channel + (channel % 3) * common[at]! + draw.normal()),
      );
      const planted = singleSteps(draw, course.steps, draw.whole(1, 3));
      const which = draw.whole(0, 5);
      for (const step of planted) channels[which]![step]! += 12;
      const fields = channels.map((values, at) => field(`sensor ${at + 1}`, values, 3));
      return seriesFile(draw, course, fields, strangeRows(planted, `sensor ${which + 1}`));
    },
  },
  {
    name: "a sensor that hardly flickers for a while",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(1500, 6000), MINUTE);
      const values = times(course.steps, () => 3 + 0.5 * draw.normal());
      const part = stretchIn(draw, course.steps, draw.whole(40, 120));
      for (const step of part) values[step] = 3.1 + 0.03 * draw.normal();
      return seriesFile(draw, course, [field(name("flow"), values, 3)], stretches([part], name("flow")));
    },
  },
  {
    name: "a turn of a wave that is left out",
    draw(draw, name) {
      const period = draw.whole(30, 200);
      const course = courseOf(draw, period * draw.whole(30, 70), MINUTE);
      const wave = waveOf(draw, period);
      const part = stretchIn(draw, course.steps, period);
      const isOut = new Set(part);
      const values = times(course.steps, (at) => 50 + (isOut.has(at) ? 0 : 8 * wave(at)) + 0.6 * draw.normal());
      return seriesFile(draw, course, [field(name("value"), values, 2)], stretches([part], name("value")));
    },
  },
  {
    name: "hours of a higher level, and two spikes apart from them",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(1200, 5000), 10 * MINUTE);
      const noise = rememberingNoise(draw, course.steps, 0.5);
      const values = times(course.steps, (at) => 70 + 2 * noise[at]!);
      const [first, middle, last] = singleSteps(draw, course.steps, 3);
      const part = times(draw.whole(20, 80), (at) => middle! + at);
      for (const step of part) values[step]! += 8;
      for (const step of [first!, last!]) values[step]! += 30;
      const planted = stretches([[first!], part, [last!]], name("load"));
      return seriesFile(draw, course, [field(name("load"), values, 2)], planted);
    },
  },
];
