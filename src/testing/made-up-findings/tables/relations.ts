import { strangeRows, type Kind } from "../made-up-file";
import { drawn, field, times } from "../write-file";

/** Numbers that go together, and rows in which one does not. */
export const relations: readonly Kind[] = [
  {
    name: "a temperature that does not go with flow and pressure",
    draw(draw, name) {
      const rows = draw.size(300, 5000);
      const flow = times(rows, () => draw.uniform(20, 90));
      const pressure = times(rows, (row) => 1 + 0.05 * flow[row]! + 0.3 * draw.normal());
      const slope = draw.uniform(0.4, 0.9);
      const temperature = times(rows, (row) => 80 - slope * flow[row]! + 6 * pressure[row]! + draw.normal());
      const planted = draw.places(rows, draw.whole(2, 6));
      for (const row of planted) temperature[row]! += (draw.chance(0.5) ? 1 : -1) * draw.uniform(14, 22);
      return {
        fields: [
          field(name("flow"), flow, 2),
          field(name("pressure"), pressure, 3),
          field(name("temperature"), temperature, 1),
          drawn(name("speed"), rows, () => 1500 + 12 * draw.normal(), 0),
        ],
        planted: strangeRows(planted, name("temperature"), name("flow"), name("pressure")),
      };
    },
  },
  {
    name: "four of many columns five deviations off",
    draw(draw) {
      const [rows, width] = [draw.size(400, 3000), draw.whole(25, 60)];
      const scales = times(width, () => draw.logNormal(20, 1.5));
      const columns = times(width, (at) => times(rows, () => scales[at]! * (5 + draw.normal())));
      const planted = draw.places(rows, draw.whole(2, 5));
      const named = new Set<string>();
      for (const row of planted)
        for (const at of draw.places(width, 4)) {
          columns[at]![row] = scales[at]! * (5 + (draw.chance(0.5) ? 5 : -5) + 0.3 * draw.normal());
          named.add(`m${at + 1}`);
        }
      return {
        fields: columns.map((cells, at) => field(`m${at + 1}`, cells, 3)),
        planted: strangeRows(planted, ...named),
      };
    },
  },
  {
    name: "a total that is not quantity times price",
    draw(draw, name) {
      const rows = draw.size(300, 4000);
      const quantity = times(rows, () => draw.whole(1, 40));
      const price = times(rows, () => Math.round(100 * draw.logNormal(25, 0.5)) / 100);
      const total = times(rows, (row) => quantity[row]! * price[row]!);
      const planted = draw.places(rows, draw.whole(2, 5));
      for (const row of planted) total[row]! *= draw.chance(0.5) ? draw.uniform(3, 6) : draw.uniform(0.1, 0.25);
      return {
        fields: [field(name("quantity"), quantity), field(name("price"), price, 2), field(name("total"), total, 2)],
        planted: strangeRows(planted, name("total"), name("quantity"), name("price")),
      };
    },
  },
  {
    name: "height and weight changed places",
    draw(draw, name) {
      const rows = draw.size(200, 4000);
      const height = times(rows, () => 171 + 9 * draw.normal());
      const weight = times(rows, (row) => 73 + 0.8 * (height[row]! - 171) + 8 * draw.normal());
      const age = times(rows, () => draw.whole(18, 85));
      const planted = draw.places(rows, draw.whole(1, 4));
      for (const row of planted) [height[row], weight[row]] = [weight[row]!, height[row]!];
      return {
        fields: [field(name("age"), age), field(name("height"), height, 0), field(name("weight"), weight, 1)],
        planted: strangeRows(planted, name("height"), name("weight")),
      };
    },
  },
  {
    name: "a use of power that does not go with the machine's speed",
    draw(draw, name) {
      const rows = draw.size(400, 6000);
      const speed = times(rows, () => draw.uniform(800, 3000));
      const power = times(rows, (row) => 4 * (speed[row]! / 1000) ** 3 * (1 + 0.05 * draw.normal()));
      const vibration = times(rows, (row) => 0.3 + speed[row]! / 2000 + 0.1 * draw.normal());
      const planted = draw.places(rows, draw.whole(2, 5));
      for (const row of planted)
        power[row] = 4 * ((3600 - speed[row]!) / 1000) ** 3 + (speed[row]! > 1500 && speed[row]! < 2100 ? 35 : 0);
      return {
        fields: [
          field(name("speed"), speed, 0),
          field(name("power"), power, 2),
          field(name("vibration"), vibration, 3),
        ],
        planted: strangeRows(planted, name("power"), name("speed")),
      };
    },
  },
  {
    name: "a place whose latitude and longitude changed places",
    draw(draw) {
      const rows = draw.size(150, 3000);
      const latitude = times(rows, () => 48 + 1.2 * draw.normal());
      const longitude = times(rows, () => 11 + 1.5 * draw.normal());
      const visits = times(rows, () => draw.poisson(12));
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) [latitude[row], longitude[row]] = [longitude[row]!, latitude[row]!];
      return {
        fields: [field("visits", visits), field("latitude", latitude, 5), field("longitude", longitude, 5)],
        planted: strangeRows(planted, "latitude", "longitude"),
      };
    },
  },
  {
    name: "a point between two groups",
    draw(draw) {
      const rows = draw.size(400, 4000);
      const group = times(rows, () => (draw.chance(0.5) ? 1 : -1));
      const length = times(rows, (row) => 50 + 12 * group[row]! + 1.5 * draw.normal());
      const width = times(rows, (row) => 30 + 9 * group[row]! + draw.normal());
      const planted = draw.places(rows, draw.whole(1, 3));
      for (const row of planted) width[row] = 30 - 9 * group[row]! + 0.5 * draw.normal();
      return {
        fields: [field("length mm", length, 2), field("width mm", width, 2)],
        planted: strangeRows(planted, "length mm", "width mm"),
      };
    },
  },
];
