/**
 * How hard are the samples? A plain isolation forest (Liu et al. 2008) and the mean robust z, both on a plain encoding,
 * as ROC-AUC per planted story where there are stories: a sample should be neither trivial (1.0) nor hopeless (0.5).
 * The images: how far the strangest place is from its usual value there, learned from train/good, for each kind of
 * defect: pixels alone should not find them all.
 *   node scripts/samples/check-samples.mjs
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { palette } from "./buttons.mjs";
import { createChance } from "./chance.mjs";
import { pixelsOf } from "./png.mjs";
import { gunzipOf, tableOf } from "./table.mjs";
import { images } from "./thumbnails.mjs";
import { unzipped } from "./zip.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "public", "samples");

for (const [id, { strange }] of Object.entries(images)) {
  if (id === "access-log") continue; // no line of it says what it is
  const plain = join(folder, `${id}.csv`);
  const table = tableOf(existsSync(plain) ? readFileSync(plain, "utf8") : gunzipOf(readFileSync(`${plain}.gz`)));
  const labels = table.rows.map((row) => row[row.length - 1] === strange);
  const features = encoded(table);
  const forest = forestScores(features, table.rows.length);
  const robust = robustScores(features, table.rows.length);
  const count = labels.filter(Boolean).length;
  console.log(
    `${id.padEnd(20)} ${count} of ${labels.length} strange, ${features.length} features, ` +
      `forest ${auc(forest, labels).toFixed(3)}, robust z ${auc(robust, labels).toFixed(3)}`,
  );
  for (const [story, holds] of Object.entries(storiesOf(id, table))) {
    const inStory = labels.map((label, i) => label && holds(table.rows[i]));
    const rest = labels.map((label, i) => !label || inStory[i]);
    const only = (list) => list.filter((_, i) => rest[i]);
    console.log(
      `    ${story.padEnd(18)} ${only(inStory).filter(Boolean).length} rows, forest ${auc(only(forest), only(inStory)).toFixed(3)}`,
    );
  }
}

checkButtons(unzipped(readFileSync(join(folder, "buttons.zip"))));

function checkButtons(files) {
  const light = palette.map(([red, green, blue]) => (red + green + blue) / 3);
  const under = (part) =>
    files
      .filter(({ path }) => path.startsWith(`buttons/${part}`))
      .map(({ path, bytes }) => ({ path, values: blurred(Array.from(pixelsOf(bytes).pixels, (at) => light[at])) }));
  const train = under("train/good");
  const usual = train[0].values.map((_, at) => {
    const values = train.map((image) => image.values[at]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, sd: 2 + Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
  });
  const scored = [...under("test/good"), ...under("test/bad")].map(({ path, values }) => ({
    path,
    score: Math.max(...values.map((value, at) => Math.abs(value - usual[at].mean) / usual[at].sd)),
  }));
  for (const kind of ["", "chip", "crack", "drill", "scratch", "stain"]) {
    const some = scored.filter(({ path }) => path.includes("/good/") || path.includes(`/bad/${kind}`));
    const found = auc(
      some.map(({ score }) => score),
      some.map(({ path }) => path.includes("/bad/")),
    );
    console.log(`${kind === "" ? "buttons".padEnd(20) : `    ${kind.padEnd(18)}`} pixels ${found.toFixed(3)}`);
  }
}

/** Means of 3 x 3 pixels of a square image. */
function blurred(values) {
  const side = Math.sqrt(values.length);
  return values.map((_, place) => {
    let sum = 0;
    let count = 0;
    for (let y = -1; y <= 1; y++)
      for (let x = -1; x <= 1; x++) {
        const left = (place % side) + x;
        const at = place + y * side + x;
        if (left < 0 || left >= side || at < 0 || at >= values.length) continue;
        sum += values[at];
        count += 1;
      }
    return sum / count;
  });
}

function storiesOf(id, { names }) {
  const cell = (row, name) => row[names.indexOf(name)];
  if (id === "card-payments")
    return {
      "card testing": (row) => Number(cell(row, "amount")) < 2.5,
      "night electronics": (row) => cell(row, "merchant_type") === "electronics",
      "impossible travel": (row) => Number(cell(row, "distance_km")) > 5000,
      "rare gift cards": (row) => cell(row, "merchant_type") === "gift_cards",
      "slow drain": (row) => cell(row, "merchant_type") === "fuel",
    };
  if (id === "network-connections")
    return {
      "port scan": (row) => cell(row, "service") === "other",
      exfiltration: (row) => Number(cell(row, "bytes_out")) > 1e7,
      "brute force": (row) => cell(row, "service") === "ssh",
      beaconing: (row) => cell(row, "service") === "web" && Number(cell(row, "bytes_out")) < 1000,
    };
  return {};
}

/** Numbers as they are (log when far-reaching), words as their rarity plus one column each, times as hour; ids and label out. */
function encoded({ names, rows }) {
  const features = [];
  names.slice(0, -1).forEach((name, j) => {
    if (name.endsWith("_id")) return;
    const cells = rows.map((row) => row[j]);
    if (name === "time") return features.push(cells.map((cell) => new Date(cell).getUTCHours()));
    if (cells.some((cell) => cell !== "" && Number.isNaN(Number(cell)))) {
      for (const level of new Set(cells)) features.push(cells.map((cell) => (cell === level ? 1 : 0)));
      return undefined;
    }
    const numbers = cells.map(Number);
    const middle = medianOf(numbers);
    const far = Math.min(...numbers) >= 0 && Math.max(...numbers) > 50 * (middle || 1);
    return features.push(far ? numbers.map((value) => Math.log1p(value)) : numbers);
  });
  return features;
}

function robustScores(features, n) {
  const scores = new Float64Array(n);
  for (const values of features) {
    const middle = medianOf(values);
    const spread = 1.4826 * medianOf(values.map((value) => Math.abs(value - middle)));
    if (spread > 0) values.forEach((value, i) => (scores[i] += Math.abs(value - middle) / spread));
  }
  return scores;
}

function forestScores(features, n) {
  const chance = createChance(42);
  const scores = new Float64Array(n);
  const size = Math.min(256, n);
  for (let t = 0; t < 200; t++) {
    const rows = Array.from({ length: size }, () => chance.integer(0, n - 1));
    const tree = grow(rows, 0);
    for (let i = 0; i < n; i++) scores[i] -= depthOf(tree, i);
  }
  return scores;

  function grow(rows, depth) {
    const usable = depth < 8 && rows.length > 1 ? features.filter((f) => rows.some((r) => f[r] !== f[rows[0]])) : [];
    if (usable.length === 0) return { rest: averageDepth(rows.length) };
    const feature = chance.oneOf(usable);
    const values = rows.map((row) => feature[row]);
    const cut = chance.between(Math.min(...values), Math.max(...values));
    return {
      feature,
      cut,
      low: grow(
        rows.filter((row) => feature[row] <= cut),
        depth + 1,
      ),
      high: grow(
        rows.filter((row) => feature[row] > cut),
        depth + 1,
      ),
    };
  }
  function depthOf(tree, i) {
    let depth = 0;
    while (tree.feature) {
      tree = tree.feature[i] <= tree.cut ? tree.low : tree.high;
      depth++;
    }
    return depth + tree.rest;
  }
}

function averageDepth(n) {
  return n < 2 ? 0 : 2 * (Math.log(n - 1) + 0.5772156649) - (2 * (n - 1)) / n;
}

function medianOf(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Mann-Whitney with half a point for ties. */
function auc(scores, labels) {
  const order = [...labels.keys()].sort((a, b) => scores[a] - scores[b]);
  let ranks = 0;
  for (let i = 0; i < order.length;) {
    let j = i;
    while (j < order.length && scores[order[j]] === scores[order[i]]) j++;
    for (let k = i; k < j; k++) if (labels[order[k]]) ranks += (i + j + 1) / 2;
    i = j;
  }
  const positive = labels.filter(Boolean).length;
  return (ranks - (positive * (positive + 1)) / 2) / (positive * (labels.length - positive));
}
