import { createChance } from "./chance.mjs";

const ordinaryPoints = 100;
const strangePoints = 12;

/**
 * Which two columns the small image of each sample shows; `log` columns span several powers of ten.
 * `strange` is the label value that marks a strange row.
 */
export const images = {
  "card-payments": { x: { column: "time", read: hourOf }, y: { column: "amount", log: true }, strange: "1" },
  "breast-tissue": { x: { column: "perimeter_worst" }, y: { column: "concave_points_worst" }, strange: "malignant" },
  thyroid: { x: { column: "TT4" }, y: { column: "TSH", log: true }, strange: "1" },
  shuttle: { x: { column: "time_code" }, y: { column: "sensor_9" }, strange: "1" },
  "taxi-passengers": {
    x: { column: "time", read: (iso) => Date.parse(`${iso}Z`) },
    y: { column: "passengers" },
    strange: "1",
  },
  "block-events": { x: { column: "step" }, y: { column: "event", read: (key) => Number(key.slice(1)) }, strange: "1" },
  "network-connections": { x: { column: "hour" }, y: { column: "bytes_out", log: true }, strange: "1" },
  heartbeats: { x: { column: "time_s" }, y: { column: "lead_2_mv" }, strange: "1" },
  pump: { x: { column: "flow_l_min" }, y: { column: "pressure_bar" }, strange: "1" },
  consumption: {
    x: { column: "time", read: (iso) => hourOf(`${iso}Z`) },
    y: { column: "consumption_kwh" },
    strange: "1",
  },
  bookings: {
    x: { column: "booked_at", read: (iso) => Date.parse(`${iso}Z`) },
    y: { column: "amount_eur", log: true },
    strange: "1",
  },
  transfers: {
    x: { column: "time", read: (iso) => Date.parse(`${iso}Z`) },
    y: { column: "amount_eur", log: true },
    strange: "1",
  },
  "access-log": { x: { column: "hour" }, y: { column: "bytes", log: true }, strange: "1" },
  "off-axis": { x: { column: "x" }, y: { column: "y" }, strange: "1" },
  "two-densities": { x: { column: "x" }, y: { column: "y" }, strange: "1" },
  ring: { x: { column: "x" }, y: { column: "y" }, strange: "1" },
};

/** About a hundred rows of the table as points from 0 to 1 (y upwards), strange ones last: `strange` is their first index. */
export function thumbnailOf(table, { x, y, strange }) {
  const chance = createChance(7);
  const label = table.names.length - 1;
  const isStrange = (row) => String(row[label]) === strange;
  const ordinary = chance.shuffled(table.rows.filter((row) => !isStrange(row))).slice(0, ordinaryPoints);
  const odd = chance.shuffled(table.rows.filter(isStrange)).slice(0, strangePoints);
  const shown = [...ordinary, ...odd];
  return { x: unitOf(table, shown, x), y: unitOf(table, shown, y), strange: ordinary.length };
}

function unitOf(table, rows, { column, log = false, read = Number }) {
  const position = table.names.indexOf(column);
  const values = rows.map((row) => (log ? Math.log10(read(row[position]) + 0.01) : read(row[position])));
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  return values.map((value) => Number(((value - low) / span).toFixed(2)));
}

function hourOf(iso) {
  const time = new Date(iso);
  return time.getUTCHours() + time.getUTCMinutes() / 60;
}

/** JSON with the points of an axis filled into lines of at most 120 characters, as the formatter wants it. */
export function jsonOf(thumbnails) {
  const blocks = Object.entries(thumbnails).map(
    ([id, { x, y, strange }]) =>
      `  "${id}": {\n    "x": [\n${filled(x)}\n    ],\n    "y": [\n${filled(y)}\n    ],\n    "strange": ${strange}\n  }`,
  );
  return `{\n${blocks.join(",\n")}\n}\n`;
}

function filled(values) {
  const lines = [];
  let line = "     ";
  values.forEach((value, index) => {
    const piece = ` ${value}${index < values.length - 1 ? "," : ""}`;
    if (line.length + piece.length > 120) {
      lines.push(line);
      line = "     ";
    }
    line += piece;
  });
  return [...lines, line].join("\n");
}
