import type { Draw } from "../draw";
import { nothing, type Field, type Kind } from "../made-up-file";
import { properNames } from "../names";
import { calendarOf, DAY, drawn, field, someStart, times } from "../write-file";

function ordinary(name: string, fields: (draw: Draw, rows: number) => Field[], [least, most] = [40, 5000]): Kind {
  return { name, draw: (draw) => ({ fields: fields(draw, draw.size(least, most)), planted: nothing }) };
}

/** Records as offices, shops and laboratories keep them, in which nothing was planted. */
export const ordinaryRecords: readonly Kind[] = [
  ordinary("nothing: net, tax and gross", (draw, rows) => {
    const net = times(rows, () => Math.round(100 * draw.logNormal(120, 1.1)) / 100);
    const tax = net.map((one) => Math.round(19 * one) / 100);
    return [
      field("net", net, 2),
      field("tax", tax, 2),
      field(
        "gross",
        net.map((one, row) => one + tax[row]!),
        2,
      ),
    ];
  }),
  ordinary("nothing: claims, mostly none, by tariff", (draw, rows) => {
    const tariff = times(rows, () => draw.weighted([5, 3, 1]));
    return [
      field(
        "tariff",
        tariff.map((at) => "ABC"[at]!),
      ),
      field(
        "claims",
        tariff.map((at) => (draw.chance(0.85 - 0.1 * at) ? 0 : draw.logNormal([200, 500, 2000][at]!, 1.2))),
        2,
      ),
      drawn("age", rows, () => draw.whole(18, 85)),
    ];
  }),
  ordinary("nothing: four unequal groups", (draw, rows) => {
    const group = times(rows, () => draw.weighted([50, 30, 15, 5]));
    return times(4, (at) =>
      field(
        `x${at + 1}`,
        group.map((one) => [0, 8, 3, 14][(one + at) % 4]! + (1 + 0.5 * one) * draw.normal()),
        2,
      ),
    );
  }),
  ordinary("nothing: salaries that people round", (draw, rows) => [
    drawn("salary", rows, () => {
      const step = [1000, 500, 100, 1][draw.weighted([4, 3, 2, 1])]!;
      return step * Math.round(draw.logNormal(42_000, 0.35) / step);
    }),
    drawn("hours", rows, () => draw.oneOf([40, 40, 40, 40, 38.5, 30, 20, 35])),
    drawn("grade", rows, () => draw.oneOf(["A", "B", "C"])),
  ]),
  ordinary("nothing: very heavy tails", (draw, rows) =>
    times(5, (at) => drawn(`r${at + 1}`, rows, () => draw.student(2), 4)),
  ),
  ordinary("nothing: shops of regions", (draw, rows) => {
    const shops = properNames(draw, draw.whole(6, 30));
    const usual = shops.map(() => draw.logNormal(700, 1));
    const spread = shops.map(() => draw.uniform(0.1, 0.5));
    const region = shops.map((_, at) => ["north", "south", "east", "west"][at % 4]!);
    const shop = times(rows, () => draw.weighted(shops.map((_, at) => 1 / (1 + at))));
    return [
      field(
        "region",
        shop.map((at) => region[at]!),
      ),
      field(
        "shop",
        shop.map((at) => shops[at]!),
      ),
      field(
        "sales",
        shop.map((at) => draw.logNormal(usual[at]!, spread[at]!)),
        2,
      ),
    ];
  }),
  ordinary("nothing: bookings of the seasons", (draw, rows) => {
    const start = someStart(draw);
    const day = calendarOf(draw);
    const when = times(rows, () => draw.whole(0, 729)).sort((a, b) => a - b);
    const high = when.map((at) => 1 + 0.7 * Math.sin((2 * Math.PI * at) / 365));
    return [
      field(
        "arrival",
        when.map((at) => day(start + at * DAY)),
      ),
      drawn("nights", rows, () => 1 + draw.poisson(2.2)),
      field(
        "price",
        high.map((one) => 60 + 60 * one * draw.logNormal(1, 0.2)),
        0,
      ),
      drawn("guests", rows, () => draw.weighted([0, 4, 8, 2, 2, 0.3])),
    ];
  }),
  ordinary("nothing: amounts in four currencies", (draw, rows) => {
    const currency = times(rows, () => draw.weighted([6, 4, 2, 1]));
    return [
      field(
        "currency",
        currency.map((at) => ["EUR", "USD", "JPY", "HUF"][at]!),
      ),
      field(
        "amount",
        currency.map((at) => [1, 1.1, 160, 400][at]! * draw.logNormal(80, 1)),
        2,
      ),
    ];
  }),
  ordinary("nothing: answers of a survey", (draw, rows) => {
    const mood = times(rows, () => draw.normal());
    return times(draw.whole(6, 12), (at) =>
      drawn(`q${at + 1}`, rows, (row) =>
        Math.min(5, Math.max(1, Math.round(3.4 + 0.8 * mood[row]! + 0.9 * draw.normal()))),
      ),
    );
  }),
  ordinary("nothing: a second visit that some missed", (draw, rows) => {
    const came = times(rows, () => draw.chance(0.7));
    const first = times(rows, () => 130 + 14 * draw.normal());
    return [
      field("first", first, 1),
      drawn("second", rows, (row) => (came[row]! ? 0.7 * first[row]! + 36 + 7 * draw.normal() : null), 1),
      drawn("change", rows, (row) => (came[row]! ? 4 * draw.normal() : null), 1),
      drawn("arm", rows, () => draw.oneOf(["drug", "placebo"])),
    ];
  }),
  ordinary("nothing: sorted by amount", (draw, rows) => [
    field(
      "amount",
      times(rows, () => draw.logNormal(300, 1)).sort((a, b) => b - a),
      2,
    ),
    drawn("branch", rows, () => draw.oneOf(["Nord", "Sud", "Mitte"])),
    drawn("age", rows, () => draw.whole(18, 80)),
  ]),
  ordinary("nothing: a meter that runs", (draw, rows) => {
    let meter = draw.uniform(100, 5000);
    return [
      drawn("household", rows, () => draw.oneOf(["A", "B", "C"])),
      drawn("meter", rows, () => (meter += draw.gamma(1.5) * 5), 1),
      drawn("load", rows, () => draw.logNormal(3, 0.5), 2),
    ];
  }),
  ordinary("nothing: ids of two forms", (draw, rows) => [
    drawn("id", rows, (row) =>
      draw.chance(0.6)
        ? `AB-${1000 + row}`
        : draw.chance(0.9)
          ? String(200_000 + row)
          : `X${draw.whole(10, 99)}/${row}`,
    ),
    drawn("score", rows, () => 50 + 9 * draw.normal(), 1),
  ]),
  ordinary(
    "nothing: few measurements",
    (draw, rows) =>
      times(draw.whole(1, 6), (at) =>
        drawn(`m${at + 1}`, rows, at % 2 === 0 ? () => 12 + draw.normal() : () => draw.logNormal(5, 0.6), 3),
      ),
    [8, 29],
  ),
  ordinary("nothing: cities, large and small", (draw, rows) => {
    const cities = properNames(draw, draw.whole(15, 60));
    const usual = cities.map(() => draw.logNormal(100, 0.4));
    const city = times(rows, () => draw.weighted(cities.map((_, at) => (at + 1) ** -1.3)));
    return [
      field(
        "city",
        city.map((at) => cities[at]!),
      ),
      field(
        "rent",
        city.map((at) => draw.logNormal(usual[at]!, 0.3)),
        0,
      ),
      drawn("rooms", rows, () => 1 + draw.poisson(1.8)),
    ];
  }),
];
