import type { Kind } from "../made-up-file";
import { DAY, field, HOUR, MINUTE, times } from "../write-file";
import { courseOf, rememberingNoise, seriesFile, stretches, stretchIn, waveOf } from "./course";

const bump = (at: number, middle: number, width: number) => Math.exp(-((at - middle) ** 2) / (2 * width * width));

const usualBeat = (at: number) =>
  0.15 * bump(at, -18, 5) - 0.1 * bump(at, -4, 2) + bump(at, 0, 2.2) - 0.2 * bump(at, 5, 2.5) + 0.3 * bump(at, 28, 8);

/** A beat that comes from elsewhere: broad, and without a wave before it. */
const oddBeat = (at: number) => 0.9 * bump(at, -3, 9) - 0.5 * bump(at, 22, 10);

/** Several steps that belong together are strange. */
export const strangeStretches: readonly Kind[] = [
  {
    name: "a month at half its value",
    draw(draw, name) {
      const course = courseOf(draw, draw.whole(84, 150), 30.4 * DAY);
      const wave = waveOf(draw, 12);
      const values = times(course.steps, (at) => 1000 + 3 * at + 180 * wave(at) + 20 * draw.normal());
      const part = stretchIn(draw, course.steps, 1);
      for (const step of part) values[step]! *= 0.5;
      return seriesFile(draw, course, [field(name("value"), values, 1)], stretches([part], name("value")));
    },
  },
  {
    name: "a sensor stands still",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(1200, 6000), 10 * MINUTE);
      const wave = waveOf(draw, 144);
      const noise = rememberingNoise(draw, course.steps, 0.7);
      const values = times(course.steps, (at) => 20 + 4 * wave(at) + 0.4 * noise[at]!);
      const part = stretchIn(draw, course.steps, draw.whole(15, 60));
      for (const step of part) values[step] = values[part[0]!]!;
      return seriesFile(draw, course, [field(name("temperature"), values, 2)], stretches([part], name("temperature")));
    },
  },
  {
    name: "a stretch of four times the noise",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(1000, 5000), 5 * MINUTE);
      const values = times(course.steps, () => 50 + draw.normal());
      const part = stretchIn(draw, course.steps, draw.whole(40, 120));
      for (const step of part) values[step] = 50 + 4 * draw.normal();
      return seriesFile(draw, course, [field(name("pressure"), values, 3)], stretches([part], name("pressure")));
    },
  },
  {
    name: "a working day without its peak",
    draw(draw, name) {
      const course = courseOf(draw, 24 * draw.whole(60, 140), HOUR);
      const values = times(course.steps, (at) => {
        const moment = new Date(course.start + at * HOUR);
        const works = moment.getUTCDay() % 6 !== 0;
        const hour = moment.getUTCHours();
        const peak = works ? Math.exp(-((hour - 11) ** 2) / 18) + 0.8 * Math.exp(-((hour - 16) ** 2) / 8) : 0;
        return (200 + 500 * peak) * (1 + 0.04 * draw.normal());
      });
      const firstDay = draw.whole(20, 50);
      const midnight = (24 - new Date(course.start).getUTCHours()) % 24;
      let from = midnight + 24 * firstDay;
      while (new Date(course.start + from * HOUR).getUTCDay() % 6 === 0) from += 24;
      const part = times(24, (hour) => from + hour);
      for (const step of part) values[step] = 200 * (1 + 0.04 * draw.normal());
      return seriesFile(draw, course, [field(name("load"), values, 0)], stretches([part], name("load")));
    },
  },
  {
    name: "one of four channels changes its level",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(800, 4000), MINUTE);
      const things = ["temperature", "pressure", "flow", "vibration"];
      const channels = things.map((_, at) => times(course.steps, () => 10 * (at + 1) + draw.normal()));
      const part = stretchIn(draw, course.steps, draw.whole(40, 150));
      const which = draw.whole(0, 3);
      for (const step of part) channels[which]![step]! += 3;
      return seriesFile(
        draw,
        course,
        channels.map((values, at) => field(name(things[at]!), values, 2)),
        stretches([part], name(things[which]!)),
      );
    },
  },
  {
    name: "one heartbeat of another form",
    draw(draw) {
      const steps = draw.size(3000, 8000);
      const values = times(steps, () => 0.02 * draw.normal());
      const beats: number[] = [];
      for (let at = 40; at < steps - 80; at += Math.round(100 + 4 * draw.normal())) beats.push(at);
      const strange = beats[draw.whole(Math.floor(beats.length / 4), Math.floor(0.9 * beats.length))]!;
      for (const beat of beats)
        for (let at = -30; at < 50; at++) values[beat + at]! += beat === strange ? oddBeat(at) : usualBeat(at);
      const isTimed = draw.chance(0.5);
      const clock = field(
        "seconds",
        values.map((_, at) => at / 125),
        3,
      );
      return {
        fields: [...(isTimed ? [clock] : []), field("ecg", values, 3)],
        planted: stretches([times(60, (at) => strange - 25 + at)], "ecg"),
      };
    },
  },
  {
    name: "a sensor that drifts away from its neighbours",
    draw(draw) {
      const course = courseOf(draw, draw.size(800, 3000), 15 * MINUTE);
      const common = rememberingNoise(draw, course.steps, 0.97);
      const channels = times(3, () => times(course.steps, (at) => 20 + 3 * common[at]! + 0.2 * draw.normal()));
      const length = draw.whole(100, 250);
      const part = stretchIn(draw, course.steps, length);
      part.forEach((step, at) => (channels[1]![step]! += (5 * (at + 1)) / length));
      return seriesFile(
        draw,
        course,
        channels.map((values, at) => field(`probe ${at + 1}`, values, 2)),
        stretches([part], "probe 2"),
      );
    },
  },
  {
    name: "a day of a shop that was closed",
    draw(draw, name) {
      const course = courseOf(draw, draw.whole(200, 900), DAY);
      const byDay = times(7, () => draw.uniform(0.6, 1.5));
      const values = times(course.steps, (at) => 900 * byDay[at % 7]! * (1 + 0.07 * draw.normal()));
      const part = stretchIn(draw, course.steps, 1);
      for (const step of part) values[step] = draw.uniform(0, 40);
      return seriesFile(draw, course, [field(name("amount"), values, 2)], stretches([part], name("amount")));
    },
  },
  {
    name: "a measurement stuck at its upper end",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(900, 4000), 10 * MINUTE);
      const noise = rememberingNoise(draw, course.steps, 0.9);
      const values = times(course.steps, (at) => 400 + 30 * noise[at]!);
      const part = stretchIn(draw, course.steps, draw.whole(20, 60));
      for (const step of part) values[step] = 1023;
      return seriesFile(draw, course, [field(name("flow"), values, 0)], stretches([part], name("flow")));
    },
  },
  {
    name: "a signal that drops to nought for a while",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(900, 5000), MINUTE);
      const wave = waveOf(draw, 60);
      const values = times(course.steps, (at) => 5 + wave(at) + 0.15 * draw.normal());
      const part = stretchIn(draw, course.steps, draw.whole(4, 30));
      for (const step of part) values[step] = 0;
      return seriesFile(draw, course, [field(name("power"), values, 3)], stretches([part], name("power")));
    },
  },
  {
    name: "two channels that part",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(1000, 4000), MINUTE);
      const common = rememberingNoise(draw, course.steps, 0.9);
      const own = rememberingNoise(draw, course.steps, 0.9);
      const speed = times(course.steps, (at) => 1500 + 100 * common[at]! + 5 * draw.normal());
      const power = times(course.steps, (at) => 30 + 6 * common[at]! + 0.4 * draw.normal());
      const part = stretchIn(draw, course.steps, draw.whole(60, 150));
      for (const step of part) power[step] = 30 - 6 * common[step]! + 2 * own[step]!;
      return seriesFile(
        draw,
        course,
        [field(name("speed"), speed, 0), field(name("power"), power, 2)],
        stretches([part], name("power"), name("speed")),
      );
    },
  },
  {
    name: "a swing twice as fast for a while",
    draw(draw, name) {
      const course = courseOf(draw, draw.size(1500, 5000), MINUTE);
      const period = draw.whole(24, 60);
      const wave = waveOf(draw, period);
      const part = stretchIn(draw, course.steps, 3 * period);
      const isFast = new Set(part);
      const values = times(course.steps, (at) => 10 + 3 * wave(isFast.has(at) ? 2 * at : at) + 0.2 * draw.normal());
      return seriesFile(draw, course, [field(name("vibration"), values, 3)], stretches([part], name("vibration")));
    },
  },
];
