import { strangeRows, type Kind } from "../made-up-file";
import { properNames } from "../names";
import { calendarOf, clockOf, DAY, drawn, field, HOUR, someStart, times } from "../write-file";

/** Records of people, bookings and codes in which some rows were kept wrongly. */
export const records: readonly Kind[] = [
  {
    name: "sales of one shop ten times its own",
    draw(draw) {
      const shops = properNames(draw, draw.whole(8, 24));
      const region = shops.map(() => draw.oneOf(["north", "south", "east"]));
      const usual = shops.map(() => draw.logNormal(900, 0.9));
      const rows = draw.size(600, 5000);
      const shop = times(rows, () => draw.whole(0, shops.length - 1));
      const sales = shop.map((at) => draw.logNormal(usual[at]!, 0.18));
      const planted = draw.places(rows, draw.whole(1, 4));
      for (const row of planted) sales[row]! *= draw.uniform(8, 12);
      return {
        fields: [
          field(
            "region",
            shop.map((at) => region[at]!),
          ),
          field(
            "shop",
            shop.map((at) => shops[at]!),
          ),
          field("sales", sales, 2),
        ],
        planted: strangeRows(planted, "sales"),
      };
    },
  },
  {
    name: "an amount in another currency than it says",
    draw(draw, name) {
      const rates = { EUR: 1, JPY: 160, HUF: 400 };
      const codes = Object.keys(rates) as (keyof typeof rates)[];
      const rows = draw.size(400, 5000);
      const currency = times(rows, () => codes[draw.weighted([5, 3, 2])]!);
      const amount = currency.map((one) => rates[one] * draw.logNormal(70, 0.3));
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) {
        currency[row] = "EUR";
        amount[row] = 160 * draw.logNormal(70, 0.3);
      }
      return {
        fields: [field(name("currency"), currency), field(name("amount"), amount, 2)],
        planted: strangeRows(planted, name("amount"), name("currency")),
      };
    },
  },
  {
    name: "a meter that reads less than before",
    draw(draw, name) {
      const rows = draw.size(200, 2000);
      let meter = draw.uniform(1000, 9000);
      const reading = times(rows, () => (meter += draw.gamma(2) * 4));
      const planted = draw.places(rows - 2, draw.whole(1, 2)).map((row) => row + 1);
      for (const row of planted) reading[row]! -= 700;
      return {
        fields: [
          drawn("household", rows, () => draw.oneOf(["A", "B", "C"])),
          field("meter", reading, 1),
          drawn(name("load"), rows, () => draw.logNormal(3, 0.4), 2),
        ],
        planted: { ...strangeRows(planted, "meter"), beside: planted.flatMap((row) => [row - 1, row + 1]) },
      };
    },
  },
  {
    name: "an entry in the middle of the night",
    draw(draw, name) {
      const rows = draw.size(500, 5000);
      const start = someStart(draw);
      const clock = clockOf(draw);
      const when = times(
        rows,
        (row) => Math.floor((row * 200) / rows) * DAY + HOUR * Math.min(18.5, Math.max(7, 13 + 2.5 * draw.normal())),
      );
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) when[row] = Math.floor(when[row]! / DAY) * DAY + HOUR * draw.uniform(2, 4);
      const shuffled = draw.shuffled([...when.keys()]);
      return {
        fields: [
          field(
            "entered",
            shuffled.map((row) => clock(start + when[row]!)),
          ),
          drawn(name("amount"), rows, () => draw.logNormal(40, 0.6), 2),
          drawn("clerk", rows, () => draw.oneOf(["Ada", "Ben", "Cy", "Di"])),
        ],
        planted: strangeRows(
          shuffled.flatMap((row, at) => (planted.includes(row) ? [at] : [])),
          "entered",
        ),
      };
    },
  },
  {
    name: "a telephone number with a letter",
    draw(draw, name) {
      const rows = draw.size(200, 3000);
      const digits = (count: number) => times(count, () => draw.whole(0, 9)).join("");
      const phone = times(rows, () => `0${draw.whole(20, 99)} ${digits(7)}`);
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) phone[row] = phone[row]!.replace(/\d$/, draw.oneOf(["O", "x", "l"]));
      return {
        fields: [field("phone", phone), drawn(name("age"), rows, () => draw.whole(18, 90))],
        planted: strangeRows(planted, "phone"),
      };
    },
  },
  {
    name: "parts that do not make a hundred",
    draw(draw) {
      const rows = draw.size(300, 3000);
      const parts = times(rows, () => {
        const [a, b] = [draw.whole(20, 50), draw.whole(10, 40)];
        return [a, b, 100 - a - b];
      });
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) parts[row]![draw.whole(0, 2)]! += draw.oneOf([10, 20, -10]);
      return {
        fields: ["sand", "silt", "clay"].map((part, at) =>
          field(
            part,
            parts.map((own) => own[at]!),
          ),
        ),
        planted: strangeRows(planted, "sand", "silt", "clay"),
      };
    },
  },
  {
    name: "a tax that does not go with its net amount",
    draw(draw, name) {
      const rows = draw.size(300, 4000);
      const rate = draw.oneOf([0.19, 0.2, 0.08]);
      const net = times(rows, () => Math.round(100 * draw.logNormal(150, 1)) / 100);
      const tax = net.map((one) => Math.round(100 * rate * one) / 100);
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) tax[row]! *= draw.oneOf([0.1, 10, 3]);
      return {
        fields: [
          drawn(name("supplier"), rows, () => draw.oneOf(["Ortega", "Lind", "Pons", "Kai"])),
          field("net", net, 2),
          field("tax", tax, 2),
        ],
        planted: strangeRows(planted, "tax", "net"),
      };
    },
  },
  {
    name: "a birth after the day of hiring",
    draw(draw, name) {
      const rows = draw.size(150, 3000);
      const day = calendarOf(draw);
      const hired = times(rows, () => Date.UTC(2005, 0, 1) + draw.whole(0, 6500) * DAY);
      const born = hired.map((one) => one - draw.whole(18 * 365, 58 * 365) * DAY);
      const planted = draw.places(rows, draw.whole(1, 2));
      for (const row of planted) born[row] = hired[row]! + draw.whole(200, 3000) * DAY;
      return {
        fields: [
          drawn(name("department"), rows, () => draw.oneOf(["sales", "plant", "office"])),
          field("born", born.map(day)),
          field("hired", hired.map(day)),
        ],
        planted: strangeRows(planted, "born", "hired"),
      };
    },
  },
  {
    name: "an invoice number given twice",
    draw(draw, name) {
      const rows = draw.size(150, 3000);
      const number = times(rows, (row) => `RE-${10_000 + row}`);
      const second = draw.places(rows - 60, draw.whole(1, 3)).map((row) => row + 60);
      const first = second.map((row) => row - draw.whole(5, 50));
      second.forEach((row, at) => (number[row] = number[first[at]!]!));
      return {
        fields: [
          field("invoice", number),
          drawn(name("amount"), rows, () => draw.logNormal(90, 0.8), 2),
          drawn(name("supplier"), rows, () => draw.oneOf(["Ortega", "Lind", "Pons", "Kai"])),
        ],
        planted: { ...strangeRows(second, "invoice"), beside: first },
      };
    },
  },
  {
    name: "rows of which half the cells are missing",
    draw(draw, name) {
      const rows = draw.size(200, 3000);
      const planted = draw.places(rows, draw.whole(1, 3));
      const gone = new Set(planted);
      const lacking = (value: () => number) => (row: number) => (gone.has(row) ? null : value());
      return {
        fields: [
          drawn(name("branch"), rows, () => draw.oneOf(["A", "B", "C"])),
          drawn(name("age"), rows, () => draw.whole(18, 80)),
          drawn(name("height"), rows, lacking(() => 172 + 9 * draw.normal()), 1), // prettier-ignore
          drawn(name("weight"), rows, lacking(() => 75 + 12 * draw.normal()), 1), // prettier-ignore
          drawn(name("salary"), rows, lacking(() => draw.logNormal(3200, 0.3)), 0), // prettier-ignore
        ],
        planted: strangeRows(planted, name("height"), name("weight"), name("salary")),
      };
    },
  },
];
