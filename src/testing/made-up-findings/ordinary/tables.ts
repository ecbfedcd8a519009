import type { Draw } from "../draw";
import { nothing, type Field, type Kind } from "../made-up-file";
import { properNames } from "../names";
import { calendarOf, DAY, drawn, field, someStart, times } from "../write-file";

/** A table with nothing planted: its columns, for so many rows. */
function ordinary(name: string, fields: (draw: Draw, rows: number) => Field[], [least, most] = [30, 6000]): Kind {
  return { name, draw: (draw) => ({ fields: fields(draw, draw.size(least, most)), planted: nothing }) };
}

const several = (draw: Draw, rows: number, value: (draw: Draw) => number, decimals: number): Field[] =>
  times(draw.whole(2, 8), (at) => drawn(`v${at + 1}`, rows, () => value(draw), decimals));

/** Tables of many shapes in which nothing was planted. */
export const ordinaryTables: readonly Kind[] = [
  ordinary("nothing: normal noise", (draw, rows) => several(draw, rows, () => 100 + 15 * draw.normal(), 2)),
  ordinary("nothing: heavy tails", (draw, rows) => several(draw, rows, () => 10 * draw.student(3), 3)),
  ordinary("nothing: log-normal amounts", (draw, rows) => several(draw, rows, () => draw.logNormal(80, 1.3), 2)),
  ordinary("nothing: exponential waits", (draw, rows) => several(draw, rows, () => draw.exponential(40), 1)),
  ordinary("nothing: uniform numbers", (draw, rows) => several(draw, rows, () => draw.uniform(0, 50), 1)),
  ordinary("nothing: whole numbers of few values", (draw, rows) => several(draw, rows, () => draw.poisson(1.5), 0)),
  ordinary("nothing: counts with many noughts", (draw, rows) =>
    several(draw, rows, () => (draw.chance(0.8) ? 0 : draw.negativeBinomial(12, 0.8)), 0),
  ),
  ordinary("nothing: amounts that are mostly nought", (draw, rows) =>
    several(draw, rows, () => (draw.chance(0.7) ? 0 : draw.logNormal(50, 1)), 2),
  ),
  ordinary("nothing: lumps of a few prices", (draw, rows) => {
    const prices = times(draw.whole(3, 9), () => draw.logNormal(20, 0.8));
    return [
      drawn("price", rows, () => (draw.chance(0.9) ? draw.oneOf(prices) : draw.logNormal(20, 0.8)), 2),
      drawn("quantity", rows, () => 1 + draw.poisson(2)),
    ];
  }),
  ordinary("nothing: rounded by hand", (draw, rows) => [
    drawn("estimate", rows, () =>
      draw.chance(0.7) ? 50 * Math.round(draw.logNormal(400, 0.6) / 50) : Math.round(draw.logNormal(400, 0.6)),
    ),
    drawn("hours", rows, () => draw.oneOf([1, 2, 4, 8, 8, 8, 16, 40])),
  ]),
  ordinary("nothing: two groups of sizes", (draw, rows) => {
    const group = times(rows, () => draw.weighted([7, 3]));
    return [
      field(
        "length",
        group.map((at) => [20, 90][at]! + 5 * draw.normal()),
        1,
      ),
      field(
        "mass",
        group.map((at) => [3, 40][at]! * Math.exp(0.1 * draw.normal())),
        2,
      ),
    ];
  }),
  ordinary("nothing: a small second group", (draw, rows) => {
    const group = times(rows, () => draw.weighted([95, 5]));
    return [
      field(
        "dose",
        group.map((at) => [10, 80][at]! + 3 * draw.normal()),
        1,
      ),
      drawn("age", rows, () => draw.whole(20, 80)),
    ];
  }),
  ordinary("nothing: columns that go together", (draw, rows) => {
    const common = times(rows, () => draw.normal());
    return times(draw.whole(3, 9), (at) =>
      drawn(`m${at + 1}`, rows, (row) => 10 * at + 3 * common[row]! + draw.normal(), 3),
    );
  }),
  ordinary("nothing: spread that grows with size", (draw, rows) => {
    const size = times(rows, () => draw.uniform(1, 30));
    return [field("size", size, 1), drawn("cost", rows, (row) => size[row]! * (5 + draw.normal()), 2)];
  }),
  ordinary("nothing: payees with heavy amounts", (draw, rows) => {
    const payees = properNames(draw, draw.whole(8, 40));
    const usual = payees.map(() => draw.logNormal(100, 1));
    const who = times(rows, () => draw.whole(0, payees.length - 1));
    return [
      field(
        "payee",
        who.map((at) => payees[at]!),
      ),
      drawn("amount", rows, (row) => draw.logNormal(usual[who[row]!]!, 0.6), 2),
    ];
  }),
  ordinary("nothing: nested categories", (draw, rows) => {
    const city = times(rows, () => draw.whole(0, 19));
    return [
      field(
        "region",
        city.map((at) => `R${at % 4}`),
      ),
      field(
        "city",
        city.map((at) => `city ${at}`),
      ),
      drawn("sold", rows, () => draw.poisson(30)),
    ];
  }),
  ordinary("nothing: sparse categories", (draw, rows) => [
    drawn("product", rows, () => `P${Math.floor(draw.logNormal(30, 1.1))}`),
    drawn("shop", rows, () => `S${draw.whole(1, 25)}`),
    drawn("channel", rows, () => ["web", "phone", "fax"][draw.weighted([90, 9, 1])]!),
    drawn("amount", rows, () => draw.logNormal(30, 0.7), 2),
  ]),
  ordinary("nothing: categories that lean on each other", (draw, rows) => {
    const size = times(rows, () => draw.weighted([5, 3, 1]));
    return [
      field(
        "size",
        size.map((at) => ["S", "M", "L"][at]!),
      ),
      field(
        "packing",
        size.map(
          (at) =>
            ["bag", "box", "pallet"][
              draw.weighted(
                [
                  [8, 2, 0.1],
                  [2, 8, 1],
                  [0.2, 3, 8],
                ][at]!,
              )
            ]!,
        ),
      ),
      drawn("days", rows, () => draw.poisson(5)),
    ];
  }),
  ordinary("nothing: ids and dates", (draw, rows) => {
    const start = someStart(draw);
    const day = calendarOf(draw);
    return [
      drawn("number", rows, (row) => `B-${10_000 + row}`),
      drawn("date", rows, (row) => day(start + Math.floor(row / 3) * DAY)),
      drawn("amount", rows, () => draw.logNormal(200, 0.9), 2),
      drawn("kind", rows, () => draw.oneOf(["sale", "sale", "return"])),
    ];
  }),
  ordinary(
    "nothing: names and free text",
    (draw, rows) => {
      const words = ["late", "urgent", "call back", "paid", "ok", "see mail", "twice", "gift"];
      return [
        field("name", properNames(draw, rows)),
        drawn("remark", rows, () => times(draw.whole(0, 5), () => draw.oneOf(words)).join(" ")),
        drawn("age", rows, () => draw.whole(18, 90)),
      ];
    },
    [30, 2000],
  ),
  ordinary("nothing: values that are missing here and there", (draw, rows) =>
    times(draw.whole(3, 6), (at) => drawn(`q${at + 1}`, rows, () => (draw.chance(0.08) ? null : 3 + draw.normal()), 2)),
  ),
  ordinary("nothing: answers from one to five", (draw, rows) => {
    const mood = times(rows, () => draw.normal());
    return times(draw.whole(5, 12), (at) =>
      drawn(`q${at + 1}`, rows, (row) => Math.min(5, Math.max(1, Math.round(3 + mood[row]! + 0.8 * draw.normal())))),
    );
  }),
  ordinary("nothing: a column that jumps with the lot", (draw, rows) => {
    const lots = times(Math.ceil(rows / 40), () => 5 + draw.normal());
    return [
      drawn("lot", rows, (row) => `L${Math.floor(row / 40)}`),
      drawn("thickness", rows, (row) => lots[Math.floor(row / 40)]! + 0.2 * draw.normal(), 3),
      drawn("width", rows, () => 40 + 0.1 * draw.normal(), 2),
    ];
  }),
  ordinary("nothing: shares between nought and one", (draw, rows) =>
    several(
      draw,
      rows,
      () => {
        const [a, b] = [draw.gamma(0.7), draw.gamma(2)];
        return a / (a + b);
      },
      3,
    ),
  ),
];
