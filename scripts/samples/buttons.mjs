import { buttonOf, defects, sampledAt } from "./button-world.mjs";
import { createChance } from "./chance.mjs";
import { pngOf } from "./png.mjs";

const SIDE = 128;
const NOISE = 1.6;
/** Levels of red, green and blue together that a defect must change to be seen, and be in the mask. */
const SEEN = 9;

/** Images of four-hole buttons of wood on felt, those of defects with exact masks. Files in order of path. */
export function buttons({ seed, train, good, bad }) {
  const chance = createChance(seed);
  const files = [];
  const add = (path, image) => files.push({ path: `buttons/${path}`, bytes: pngOf(image, 0) });
  for (let at = 1; at <= train; at++) add(`train/good/${numbered(at)}.png`, imageOf(chance, null).image);
  for (let at = 1; at <= good; at++) add(`test/good/${numbered(at)}.png`, imageOf(chance, null).image);
  for (const [kind, count] of Object.entries(bad))
    for (let at = 1; at <= count; at++) {
      const { image, mask } = imageOf(chance, kind);
      add(`test/bad/${kind}-${numbered(at)}.png`, image);
      add(`masks/${kind}-${numbered(at)}.png`, mask);
    }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Small images side by side, `columns` in a row: good ones, and a defect at each of the places of `bad` (place: kind). */
export function strip({ seed, columns, rows, tile, bad }) {
  const chance = createChance(seed);
  const width = columns * tile;
  const pixels = new Uint8Array(width * rows * tile);
  for (let place = 0; place < columns * rows; place++) {
    const { image } = imageOf(chance, bad[place] ?? null, tile);
    const left = (place % columns) * tile;
    const top = Math.floor(place / columns) * tile;
    for (let y = 0; y < tile; y++)
      pixels.set(image.pixels.subarray(y * tile, (y + 1) * tile), (top + y) * width + left);
  }
  return pngOf({ width, height: rows * tile, pixels, palette });
}

/** A button with the defect `kind`, or without any (null), and where the defect changed it. */
function imageOf(chance, kind, side = SIDE) {
  const button = buttonOf(chance);
  const defect = kind === null ? null : defects[kind](chance, button);
  const pixels = new Uint8Array(side * side);
  const mask = new Uint8Array(side * side);
  for (let place = 0; place < pixels.length; place++) {
    const x = (((place % side) + 0.5) * SIDE) / side;
    const y = ((Math.floor(place / side) + 0.5) * SIDE) / side;
    const seen = sampledAt(x, y, button, defect);
    if (defect) {
      const sound = sampledAt(x, y, button, null);
      const change = Math.abs(seen[0] - sound[0]) + Math.abs(seen[1] - sound[1]) + Math.abs(seen[2] - sound[2]);
      mask[place] = change > SEEN ? 255 : 0;
    }
    const noise = chance.normal(0, NOISE);
    pixels[place] = nearestOf(seen[0] + noise, seen[1] + noise, seen[2] + noise);
  }
  return {
    image: { width: side, height: side, pixels, palette },
    mask: { width: side, height: side, pixels: mask },
  };
}

/** Wood from dark to light, felt, and wood with ink on it: few colours, so that the images pack well. */
export const palette = [
  ...ramp([26, 15, 10], [112, 70, 40], 12),
  ...ramp([112, 70, 40], [236, 205, 164], 22),
  ...ramp([44, 52, 62], [128, 138, 148], 10),
  ...ramp([52, 50, 62], [176, 160, 148], 10),
];

function ramp(from, to, steps) {
  return Array.from({ length: steps }, (_, at) => from.map((low, c) => Math.round(low + ((to[c] - low) * at) / steps)));
}

/** The place in the palette of the colour nearest to one of 64 x 64 x 64, found once each. */
const known = new Map();

function nearestOf(...colour) {
  const [red, green, blue] = colour.map((value) => Math.min(63, Math.max(0, Math.floor(value / 4))));
  const key = (red << 12) | (green << 6) | blue;
  const found = known.get(key) ?? searched(red * 4 + 2, green * 4 + 2, blue * 4 + 2);
  known.set(key, found);
  return found;
}

function searched(red, green, blue) {
  let best = 0;
  let least = Infinity;
  for (let at = 0; at < palette.length; at++) {
    const [r, g, b] = palette[at];
    const far = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (far < least) {
      least = far;
      best = at;
    }
  }
  return best;
}

function numbered(at) {
  return String(at).padStart(3, "0");
}
