import { strangeRows, type Kind } from "../made-up-file";
import { properNames } from "../names";
import { calendarOf, DAY, drawn, field, someStart, times } from "../write-file";

const GRADES = ["A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2"];
const CURRENCIES = {
  Switzerland: "CHF",
  Germany: "EUR",
  France: "EUR",
  "United Kingdom": "GBP",
  Norway: "NOK",
  Japan: "JPY",
};

/** A category says what a number or another category should be. */
export const withinCategories: readonly Kind[] = [
  {
    name: "a currency of another country",
    draw(draw, name) {
      const rows = draw.size(600, 6000);
      const countries = Object.keys(CURRENCIES) as (keyof typeof CURRENCIES)[];
      const country = times(rows, () => countries[draw.weighted([2, 6, 4, 3, 2, 2])]!);
      const currency: string[] = country.map((one) => CURRENCIES[one]);
      const planted = draw.places(rows, draw.whole(1, 4)).filter((row) => country[row] !== "Japan");
      for (const row of planted) currency[row] = "JPY";
      return {
        fields: [
          field(name("country"), country),
          field(name("currency"), currency),
          drawn(name("amount"), rows, () => draw.logNormal(120, 0.8), 2),
        ],
        planted: strangeRows(planted, name("country"), name("currency")),
      };
    },
  },
  {
    name: "an amount 8 to 20 times what this payee takes",
    draw(draw, name) {
      const rows = draw.size(500, 6000);
      const payees = properNames(draw, draw.whole(12, 40));
      const usual = payees.map(() => draw.logNormal(90, 1.3));
      const spread = draw.uniform(0.08, 0.25);
      const who = times(rows, () => draw.weighted(payees.map((_, at) => 1 / (1 + 0.1 * at))));
      const amount = who.map((at) => draw.logNormal(usual[at]!, spread));
      const start = someStart(draw);
      const day = calendarOf(draw);
      const cheap = who.flatMap((at, row) => (usual[at]! < 100 ? [row] : []));
      const planted = draw.places(cheap.length, Math.min(cheap.length, draw.whole(2, 6))).map((at) => cheap[at]!);
      for (const row of planted) amount[row] = usual[who[row]!]! * draw.uniform(8, 20);
      return {
        fields: [
          drawn(name("date"), rows, (row) => day(start + Math.floor((row * 300) / rows) * DAY)),
          field(
            name("payee"),
            who.map((at) => payees[at]!),
          ),
          field(name("amount"), amount, 2),
        ],
        planted: strangeRows(planted, name("amount")),
      };
    },
  },
  {
    name: "a salary of another grade",
    draw(draw, name) {
      const rows = draw.size(300, 4000);
      const grade = times(rows, () => draw.weighted([6, 8, 8, 6, 5, 4, 2, 2]));
      const salary = grade.map((at) => (30_000 + 7_500 * at) * (1 + 0.025 * draw.normal()));
      const planted = draw.places(rows, draw.whole(2, 5));
      for (const row of planted)
        salary[row] = (30_000 + 7_500 * (grade[row]! < 4 ? 6 : 1)) * (1 + 0.01 * draw.normal());
      return {
        fields: [
          drawn(name("department"), rows, () => draw.oneOf(["sales", "research", "plant", "office"])),
          field(
            name("grade"),
            grade.map((at) => GRADES[at]!),
          ),
          drawn(name("age"), rows, () => draw.whole(20, 64)),
          field(name("salary"), salary, 0),
        ],
        planted: strangeRows(planted, name("salary"), name("grade")),
      };
    },
  },
  {
    name: "an impossible pair of sex and diagnosis",
    draw(draw, name) {
      const rows = draw.size(800, 8000);
      const sex = times(rows, () => draw.oneOf(["f", "m"]));
      const diagnosis = sex.map((one) =>
        draw.chance(0.3)
          ? one === "f"
            ? "pregnancy"
            : "prostate hyperplasia"
          : draw.oneOf(["hypertension", "diabetes", "asthma"]),
      );
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) diagnosis[row] = sex[row] === "m" ? "pregnancy" : "prostate hyperplasia";
      return {
        fields: [
          field(name("sex"), sex),
          drawn(name("age"), rows, () => draw.whole(18, 90)),
          field(name("diagnosis"), diagnosis),
        ],
        planted: strangeRows(planted, name("sex"), name("diagnosis")),
      };
    },
  },
  {
    name: "a rent of another kind of flat",
    draw(draw, name) {
      const rows = draw.size(400, 4000);
      const rooms = times(rows, () => draw.whole(1, 5));
      const area = rooms.map((one) => 18 + 22 * one + 4 * draw.normal());
      const city = times(rows, () => draw.weighted([3, 2, 2]));
      const price = area.map((one, row) => one * [14, 9, 11][city[row]!]! * (1 + 0.06 * draw.normal()));
      const planted = draw.places(rows, draw.whole(2, 5));
      for (const row of planted) price[row]! *= draw.chance(0.5) ? 2.6 : 0.35;
      return {
        fields: [
          field(
            name("city"),
            city.map((at) => ["North", "South", "Harbour"][at]!),
          ),
          field(name("rooms"), rooms),
          field(name("area"), area, 1),
          field(name("price"), price, 0),
        ],
        planted: strangeRows(planted, name("price"), name("area")),
      };
    },
  },
  {
    name: "a customer's bill far above its own",
    draw(draw, name) {
      const [customers, each] = [draw.whole(20, 60), draw.whole(12, 40)];
      const usual = times(customers, () => draw.logNormal(60, 1));
      const labels = properNames(draw, customers);
      const rows = customers * each;
      const who = times(rows, (row) => row % customers);
      const amount = who.map((at) => usual[at]! + 0.1 * usual[at]! * draw.normal());
      const planted = draw.places(rows, draw.whole(2, 4));
      for (const row of planted) amount[row] = usual[who[row]!]! * draw.uniform(4, 7);
      return {
        fields: [
          field(
            name("customer"),
            who.map((at) => labels[at]!),
          ),
          field(name("amount"), amount, 2),
        ],
        planted: strangeRows(planted, name("amount")),
      };
    },
  },
];
