import { strangeRows, type Kind } from "../made-up-file";
import { properNames } from "../names";
import { calendarOf, DAY, drawn, field, someStart, times } from "../write-file";
import type { Draw } from "../draw";

const LETTERS = "A B C D E F G H K L M N P R S T W".split(" ");

/** Monday to Friday from a first day on, some days without a row. */
function workingDays(draw: Draw, rows: number): number[] {
  const days: number[] = [];
  for (let at = someStart(draw); days.length < rows; at += DAY)
    if (new Date(at).getUTCDay() % 6 !== 0) days.push(...times(draw.poisson(rows / 250), () => at));
  return days.slice(0, rows);
}

/** What texts, ids and dates tell. */
export const textsAndDates: readonly Kind[] = [
  {
    name: "a part code of another form",
    draw(draw, name) {
      const rows = draw.size(300, 5000);
      const letters = () => times(2, () => draw.oneOf(LETTERS)).join("");
      const code = times(rows, () => `${letters()}-${draw.whole(100, 999)}-${draw.whole(10, 99)}`);
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted)
        code[row] = draw.oneOf([code[row]!.replaceAll("-", ""), `${code[row]!}/X`, code[row]!.toLowerCase()]);
      return {
        fields: [
          field(name("code"), code),
          drawn(name("quantity"), rows, () => draw.poisson(20)),
          drawn(name("price"), rows, () => draw.logNormal(8, 0.5), 2),
        ],
        planted: strangeRows(planted, name("code")),
      };
    },
  },
  {
    name: "an address without its sign",
    draw(draw) {
      const rows = draw.size(200, 3000);
      const people = properNames(draw, rows);
      const mail = people.map(
        (one) => `${one.toLowerCase().replace(" ", ".")}@${draw.oneOf(["post.example", "mail.example"])}`,
      );
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) mail[row] = mail[row]!.replace("@", " at ");
      return {
        fields: [field("name", people), field("mail", mail), drawn("orders", rows, () => draw.poisson(5))],
        planted: strangeRows(planted, "mail"),
      };
    },
  },
  {
    name: "a duplicate invoice",
    draw(draw, name) {
      const rows = draw.size(200, 4000);
      const suppliers = properNames(draw, draw.whole(10, 40));
      const who = times(rows, () => draw.oneOf(suppliers));
      const amount = times(rows, () => Math.round(100 * draw.logNormal(800, 1)) / 100);
      const days = workingDays(draw, rows).map(calendarOf(draw));
      const planted = draw.places(rows - 60, draw.whole(1, 4)).map((row) => row + 60);
      const firsts = planted.map((row) => row - draw.whole(1, 50));
      planted.forEach((row, at) => {
        [who[row], amount[row], days[row]] = [who[firsts[at]!]!, amount[firsts[at]!]!, days[firsts[at]!]!];
      });
      return {
        fields: [
          drawn("invoice", rows, (row) => `R${100_000 + 7 * row}`),
          field(name("date"), days),
          field(name("supplier"), who),
          field(name("amount"), amount, 2),
        ],
        planted: { ...strangeRows(planted), beside: firsts },
      };
    },
  },
  {
    name: "a date out of order",
    draw(draw, name) {
      const rows = draw.size(200, 5000);
      const days = workingDays(draw, rows);
      const planted = draw.places(rows - 40, draw.whole(1, 2)).map((row) => row + 20);
      for (const row of planted) days[row]! -= draw.whole(300, 500) * DAY;
      return {
        fields: [
          drawn("document", rows, (row) => `D-${50_000 + row}`),
          field(name("date"), days.map(calendarOf(draw))),
          drawn(name("amount"), rows, () => draw.logNormal(300, 0.8), 2),
        ],
        planted: strangeRows(planted, name("date")),
      };
    },
  },
  {
    name: "a year mistyped",
    draw(draw, name) {
      const rows = draw.size(150, 4000);
      const start = someStart(draw);
      const days = times(rows, () => start + draw.whole(0, 700) * DAY);
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) days[row] = Date.UTC(draw.oneOf([1924, 2052, 1902]), draw.whole(0, 11), 17);
      return {
        fields: [
          drawn(name("customer"), rows, () => draw.oneOf(["Ulm", "Bonn", "Jena"])),
          field(name("date"), days.map(calendarOf(draw))),
          drawn(name("amount"), rows, () => draw.logNormal(80, 0.6), 2),
        ],
        planted: strangeRows(planted, name("date")),
      };
    },
  },
  {
    name: "a booking on a Sunday",
    draw(draw, name) {
      const rows = draw.size(500, 5000);
      const days = workingDays(draw, rows);
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) days[row] = days[row]! - ((new Date(days[row]!).getUTCDay() + 7) % 7) * DAY;
      return {
        fields: [
          field(name("date"), days.map(calendarOf(draw))),
          drawn(name("account"), rows, () => draw.oneOf(["4400", "4410", "6300", "7000"])),
          drawn(name("amount"), rows, () => draw.logNormal(250, 0.9), 2),
        ],
        planted: strangeRows(planted, name("date")),
      };
    },
  },
  {
    name: "a delivery before its order",
    draw(draw, name) {
      const rows = draw.size(300, 4000);
      const ordered = workingDays(draw, rows);
      const delivered = ordered.map((day) => day + (3 + draw.poisson(4)) * DAY);
      const planted = draw.places(rows, draw.whole(1, 4));
      for (const row of planted) delivered[row] = ordered[row]! - draw.whole(20, 90) * DAY;
      const day = calendarOf(draw);
      return {
        fields: [
          field("order date", ordered.map(day)),
          field("delivery date", delivered.map(day)),
          drawn(name("quantity"), rows, () => 1 + draw.poisson(9)),
        ],
        planted: strangeRows(planted, "order date", "delivery date"),
      };
    },
  },
];
