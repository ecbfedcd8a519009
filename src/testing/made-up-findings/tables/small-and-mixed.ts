import type { Draw } from "../draw";
import { strangeRows, type Kind, type NameOf } from "../made-up-file";
import { drawn, field, times } from "../write-file";

/** A small table of measurements, of which some are off. */
function laboratory(name: string, [least, most]: readonly [number, number], planted: number): Kind {
  return {
    name,
    draw(draw: Draw, nameOf: NameOf) {
      const rows = draw.whole(least, most);
      const middle = draw.uniform(20, 200);
      const spread = middle * draw.uniform(0.02, 0.08);
      const value = times(rows, () => middle + spread * draw.normal());
      const strange = draw.places(rows, planted);
      const side = draw.oneOf([-1, 1]);
      for (const row of strange) value[row] = middle + side * spread * draw.uniform(9, 13);
      return {
        fields: [
          drawn("sample", rows, (row) => `S${row + 1}`),
          field(nameOf("value"), value, 2),
          drawn(nameOf("humidity"), rows, () => 45 + 6 * draw.normal(), 1),
        ],
        planted: strangeRows(strange, nameOf("value")),
      };
    },
  };
}

/** Numbers of few rows, of lumps and of mixtures. */
export const smallAndMixed: readonly Kind[] = [
  laboratory("one of few measurements far off", [13, 26], 1),
  laboratory("two of few measurements off on one side", [20, 30], 2),
  {
    name: "a huge amount where most are nought",
    draw(draw, name) {
      const rows = draw.size(300, 6000);
      const amount = times(rows, () => (draw.chance(0.75) ? 0 : draw.logNormal(60, 0.7)));
      const planted = draw.places(rows, draw.whole(1, 4));
      for (const row of planted) amount[row] = 60 * draw.uniform(150, 600);
      return {
        fields: [
          drawn(name("branch"), rows, () => draw.oneOf(["A", "B", "C", "D"])),
          field(name("amount"), amount, 2),
          drawn(name("age"), rows, () => draw.whole(18, 80)),
        ],
        planted: strangeRows(planted, name("amount")),
      };
    },
  },
  {
    name: "a rounded estimate a hundred times too large",
    draw(draw, name) {
      const rows = draw.size(150, 3000);
      const step = draw.oneOf([5, 10, 50]);
      const estimate = times(rows, () => step * Math.max(1, Math.round(draw.logNormal(12, 0.5))));
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) estimate[row]! *= 100;
      return {
        fields: [
          drawn(name("department"), rows, () => draw.oneOf(["sales", "plant", "office"])),
          field("estimate", estimate),
        ],
        planted: strangeRows(planted, "estimate"),
      };
    },
  },
  {
    name: "a share of more than everything",
    draw(draw, name) {
      const rows = draw.size(200, 4000);
      const share = times(rows, () => 100 * (1 - draw.gamma(2) / (draw.gamma(14) + 3)));
      const bounded = share.map((one) => Math.min(100, Math.max(30, one)));
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) bounded[row] = draw.uniform(250, 990);
      return {
        fields: [drawn(name("load"), rows, () => draw.logNormal(30, 0.4), 1), field("share", bounded, 1)],
        planted: strangeRows(planted, "share"),
      };
    },
  },
  {
    name: "an entry in thousands in a small table",
    draw(draw, name) {
      const rows = draw.whole(40, 120);
      const amount = times(rows, () => draw.logNormal(800, 0.5));
      const planted = draw.places(rows, 1);
      for (const row of planted) amount[row]! *= 1000;
      return {
        fields: [
          drawn(name("supplier"), rows, () => draw.oneOf(["Ortega", "Lind", "Pons", "Kai"])),
          field(name("amount"), amount, 2),
        ],
        planted: strangeRows(planted, name("amount")),
      };
    },
  },
  {
    name: "a category that one row of a small table has",
    draw(draw, name) {
      const rows = draw.whole(80, 240);
      const kinds = ["cash", "card", "transfer"];
      const paid = times(rows, () => kinds[draw.weighted([4, 5, 3])]!);
      const planted = draw.places(rows, 1);
      for (const row of planted) paid[row] = "gold";
      return {
        fields: [drawn(name("amount"), rows, () => draw.logNormal(50, 0.6), 2), field("paid by", paid)],
        planted: strangeRows(planted, "paid by"),
      };
    },
  },
  {
    name: "degrees Fahrenheit among Celsius",
    draw(draw, name) {
      const cities = ["Oslo", "Rome", "Cairo", "Lima"];
      const usual = [8, 19, 27, 20];
      const rows = draw.size(300, 4000);
      const city = times(rows, () => draw.whole(0, 3));
      const celsius = city.map((at) => usual[at]! + 4 * draw.normal());
      const planted = draw.places(rows, draw.whole(1, 4));
      for (const row of planted) celsius[row] = 32 + 1.8 * usual[city[row]!]!;
      return {
        fields: [
          field(
            name("city"),
            city.map((at) => cities[at]!),
          ),
          field(name("temperature"), celsius, 1),
        ],
        planted: strangeRows(planted, name("temperature")),
      };
    },
  },
  {
    name: "heavy tails of which one value does not go with its pair",
    draw(draw, name) {
      const rows = draw.size(400, 5000);
      const load = times(rows, () => 50 + 6 * draw.student(3));
      const power = load.map((one) => 3 * one + 2 * draw.student(4));
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) power[row] = 300 - power[row]! + (load[row]! > 50 ? -70 : 70);
      return {
        fields: [field(name("load"), load, 2), field(name("power"), power, 2)],
        planted: strangeRows(planted, name("power"), name("load")),
      };
    },
  },
];
