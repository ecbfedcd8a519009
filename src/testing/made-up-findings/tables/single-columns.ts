import { strangeRows, type Kind } from "../made-up-file";
import { properNames } from "../names";
import { drawn, field, times } from "../write-file";

/** A number that is strange for itself. */
export const singleColumns: readonly Kind[] = [
  {
    name: "huge transfers among log-normal ones",
    draw(draw, name) {
      const rows = draw.size(500, 8000);
      const amount = times(rows, () => draw.logNormal(150, 1.2));
      const planted = draw.places(rows, draw.whole(2, 5));
      for (const row of planted) amount[row] = 150 * Math.exp(1.2 * draw.uniform(7, 9));
      return {
        fields: [
          drawn(name("branch"), rows, () => draw.oneOf(["Nord", "Mitte", "Sud"])),
          drawn(name("age"), rows, () => draw.whole(18, 80)),
          field(name("amount"), amount, 2),
        ],
        planted: strangeRows(planted, name("amount")),
      };
    },
  },
  {
    name: "a decimal point shifted",
    draw(draw, name) {
      const rows = draw.size(200, 5000);
      const weight = times(rows, () => 8.4 + 0.6 * draw.normal());
      const planted = draw.places(rows, draw.whole(2, 5));
      for (const row of planted) weight[row]! *= draw.oneOf([10, 0.1, 100]);
      return {
        fields: [
          field(name("weight"), weight, 2),
          drawn(name("length"), rows, () => 120 + 3 * draw.normal(), 1),
          drawn(name("product"), rows, () => draw.oneOf(["R10", "R12", "S4"])),
        ],
        planted: strangeRows(planted, name("weight")),
      };
    },
  },
  {
    name: "an age of 340",
    draw(draw, name) {
      const rows = draw.size(100, 5000);
      const age = times(rows, () => Math.min(99, Math.max(0, Math.round(45 + 19 * draw.normal()))));
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) age[row] = draw.oneOf([340, 431, 999, 270]);
      return {
        fields: [
          drawn(name("sex"), rows, () => draw.oneOf(["f", "m"])),
          field(name("age"), age),
          drawn(name("weight"), rows, () => 74 + 13 * draw.normal(), 1),
        ],
        planted: strangeRows(planted, name("age")),
      };
    },
  },
  {
    name: "a negative stock",
    draw(draw, name) {
      const rows = draw.size(300, 4000);
      const stock = times(rows, () => draw.negativeBinomial(60, 0.4));
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) stock[row] = -draw.whole(30, 400);
      return {
        fields: [
          drawn(name("product"), rows, () => draw.oneOf(["bolt", "nut", "washer", "plate", "rod"])),
          field(name("stock"), stock),
          drawn(name("price"), rows, () => draw.logNormal(3, 0.6), 2),
        ],
        planted: strangeRows(planted, name("stock")),
      };
    },
  },
  {
    name: "a unit changed by a thousand",
    draw(draw, name) {
      const rows = draw.size(120, 5000);
      const weight = times(rows, () => draw.logNormal(2.5, 0.5));
      const planted = draw.places(rows, draw.whole(1, 6));
      for (const row of planted) weight[row]! *= 1000;
      return {
        fields: [drawn(name("quantity"), rows, () => 1 + draw.poisson(3)), field(name("weight"), weight, 3)],
        planted: strangeRows(planted, name("weight")),
      };
    },
  },
  {
    name: "a blood pressure of nought",
    draw(draw, name) {
      const rows = draw.size(150, 3000);
      const upper = times(rows, () => Math.round(128 + 15 * draw.normal()));
      const lower = upper.map((one) => Math.round(0.6 * one + 5 + 6 * draw.normal()));
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) lower[row] = 0;
      return {
        fields: [
          drawn(name("age"), rows, () => draw.whole(20, 90)),
          field("systolic", upper),
          field("diastolic", lower),
        ],
        planted: strangeRows(planted, "diastolic"),
      };
    },
  },
  {
    name: "a discount that nobody may give",
    draw(draw, name) {
      const rows = draw.size(300, 6000);
      const discount = times(rows, () => draw.oneOf([0, 0, 0, 0, 5, 5, 10, 10, 15, 20]));
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) discount[row] = draw.whole(83, 97);
      return {
        fields: [
          drawn(name("customer"), rows, () => draw.oneOf(["shop", "dealer", "export"])),
          drawn(name("amount"), rows, () => draw.logNormal(400, 0.7), 2),
          field(name("discount"), discount),
        ],
        planted: strangeRows(planted, name("discount")),
      };
    },
  },
  {
    name: "a misspelt country",
    draw(draw, name) {
      const rows = draw.size(800, 8000);
      const country = times(rows, () => ["Germany", "Austria", "Italy", "Poland"][draw.weighted([4, 3, 3, 2])]!);
      const planted = draw.places(rows, 1);
      for (const row of planted) country[row] = "Gremany";
      return {
        fields: [
          field(name("country"), country),
          drawn(name("quantity"), rows, () => 1 + draw.poisson(6)),
          drawn(name("price"), rows, () => draw.logNormal(20, 0.4), 2),
        ],
        planted: strangeRows(planted, name("country")),
      };
    },
  },
  {
    name: "a reading of the laboratory far off",
    draw(draw) {
      const rows = draw.size(60, 600);
      const assay = times(rows, () => 99.2 + 0.35 * draw.normal());
      const planted = draw.places(rows, draw.whole(1, 2));
      for (const row of planted) assay[row] = 99.2 + draw.oneOf([-1, 1]) * draw.uniform(4, 9);
      const analysts = properNames(draw, 3);
      return {
        fields: [
          drawn("batch", rows, (row) => `L${2400 + row}`),
          drawn("analyst", rows, () => draw.oneOf(analysts)),
          drawn("pH", rows, () => 6.8 + 0.05 * draw.normal(), 2),
          field("assay", assay, 2),
        ],
        planted: strangeRows(planted, "assay"),
      };
    },
  },
];
