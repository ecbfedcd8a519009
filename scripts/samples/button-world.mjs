const RADIUS = 49;
const HOLE = 6.2;
const SPREAD = 9.2;
/** Where the holes are, from the middle. */
const SQUARE = [
  [-SPREAD, -SPREAD],
  [SPREAD, -SPREAD],
  [-SPREAD, SPREAD],
  [SPREAD, SPREAD],
];
/** Where the light comes from: above left. */
const LIGHT = [-0.6, -0.8];

/** One button: where it lies, how it is turned, how its wood grew, and the felt below it. */
export function buttonOf(chance) {
  return {
    x: 64 + chance.between(-2, 2),
    y: 64 + chance.between(-2, 2),
    radius: RADIUS + chance.between(-0.6, 0.6),
    turn: turnOf(chance.between(-0.22, 0.22)),
    tone: chance.normal(0, 5),
    grain: { pitch: chance.between(0.42, 0.55), phase: chance.between(0, 20), bend: fieldOf(chance, 22) },
    mottle: fieldOf(chance, 9),
    felt: fieldOf(chance, 5),
  };
}

function turnOf(angle) {
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
}

/** What can be wrong with a button. Each gives how a place of the button is changed; lengths are in pixels. */
export const defects = {
  /** A piece broken out of the rim. */
  chip(chance, button) {
    const at = chance.between(0, 2 * Math.PI);
    const size = chance.between(5, 11);
    const x = button.x + Math.cos(at) * (button.radius + size * 0.25);
    const y = button.y + Math.sin(at) * (button.radius + size * 0.25);
    const ragged = fieldOf(chance, 4);
    return { gone: (px, py) => size + 2 * ragged(px, py) - Math.hypot(px - x, py - y) };
  },
  /** A dark line from the rim inwards. */
  crack(chance, button) {
    const at = chance.between(0, 2 * Math.PI);
    const path = walk(chance, {
      x: button.x + Math.cos(at) * button.radius,
      y: button.y + Math.sin(at) * button.radius,
      heading: at + Math.PI + chance.between(-0.5, 0.5),
      length: chance.between(20, 44),
      wobble: 0.35,
    });
    const width = chance.between(0.7, 1.1);
    return { shade: inkOf(path, width, chance.between(0.45, 0.7)), ink: [26, 15, 10] };
  },
  /** A light line across the face. */
  scratch(chance, button) {
    const at = chance.between(0, 2 * Math.PI);
    const far = chance.between(8, 30);
    const path = walk(chance, {
      x: button.x + Math.cos(at) * far,
      y: button.y + Math.sin(at) * far,
      heading: chance.between(0, 2 * Math.PI),
      length: chance.between(20, 40),
      wobble: 0.06,
    });
    return { shade: inkOf(path, 0.8, chance.between(0.4, 0.65)), ink: [236, 205, 164] };
  },
  /** Ink that has dried in. */
  stain(chance, button) {
    const at = chance.between(0, 2 * Math.PI);
    const far = chance.between(24, 36);
    const x = button.x + Math.cos(at) * far;
    const y = button.y + Math.sin(at) * far;
    const size = chance.between(6, 11);
    const ragged = fieldOf(chance, 6);
    const strength = chance.between(0.3, 0.5);
    const shade = (px, py) => strength * rising(size * (1 + 0.5 * ragged(px, py)) - Math.hypot(px - x, py - y), 3);
    return { shade, ink: [60, 66, 96] };
  },
  /** A hole that was not drilled, or not where it belongs. */
  drill(chance) {
    const hole = chance.integer(0, 3);
    if (chance.chance(0.4)) return { holes: SQUARE.filter((_, at) => at !== hole) };
    const heading = chance.between(0, 2 * Math.PI);
    const off = chance.between(3.5, 6);
    const moved = ([x, y]) => [x + Math.cos(heading) * off, y + Math.sin(heading) * off];
    return { holes: SQUARE.map((place, at) => (at === hole ? moved(place) : place)) };
  },
};

/** Red, green and blue (0 to 255, without noise) at a place of the image. */
export function sampledAt(px, py, button, defect) {
  const inside = button.radius - Math.hypot(px - button.x, py - button.y);
  const there = rising(defect?.gone ? Math.min(inside, -defect.gone(px, py)) : inside, 1);
  const felt = feltAt(px, py, button, inside);
  if (there === 0) return felt;
  let wood = woodAt(px, py, button, inside, defect);
  const shade = defect?.shade?.(px, py) ?? 0;
  if (shade > 0) wood = mixed(wood, defect.ink, shade);
  return mixed(felt, wood, there);
}

function feltAt(px, py, { felt }, inside) {
  const shadow = rising(8 + inside, 8) * 0.35;
  const light = (96 + 14 * felt(px, py) + 5 * felt(py * 3, px * 3)) * (1 - shadow);
  return [light * 0.86, light * 0.96, light * 1.06];
}

function woodAt(px, py, { x, y, turn: { cos, sin }, tone, grain, mottle }, inside, defect) {
  const across = (px - x) * cos + (py - y) * sin;
  const along = (py - y) * cos - (px - x) * sin;
  const ring = Math.sin((across + 7 * grain.bend(px, py)) * grain.pitch + grain.phase + along * 0.02);
  const slope = ((px - x) * LIGHT[0] + (py - y) * LIGHT[1]) / Math.max(1, Math.hypot(px - x, py - y));
  // The rim stands up: lit from the light outside, in its shadow inside.
  const bevel = slope * (bump(inside, 2.5, 3) * 42 - bump(inside, 10, 3) * 34);
  let light = 150 + tone + 13 * ring + 7 * mottle(px, py) + bevel;
  let depth = 0;
  for (const [hx, hy] of defect?.holes ?? SQUARE) {
    const dx = across - hx;
    const dy = along - hy;
    const far = Math.hypot(dx, dy);
    if (far > 2 * HOLE) continue;
    depth = Math.max(depth, rising(HOLE - far, 1.4));
    light -= bump(far, HOLE + 1.5, 1.6) * 26 * ((dx * LIGHT[0] + dy * LIGHT[1]) / Math.max(1, far));
  }
  const lit = Math.max(0, light) / 150;
  return mixed([168 * lit, 124 * lit, 82 * lit], [34, 24, 20], depth * 0.92);
}

/** A line that turns a little at each step of one pixel. */
function walk(chance, { x, y, heading, length, wobble }) {
  const path = [[x, y]];
  for (let step = 0; step < length; step++) {
    heading += chance.normal(0, wobble);
    x += Math.cos(heading);
    y += Math.sin(heading);
    path.push([x, y]);
  }
  return path;
}

/** How strongly a line covers a place; it tapers towards its end. */
function inkOf(path, width, strength) {
  return (px, py) => {
    let most = 0;
    path.forEach(([x, y], at) => {
      const here = width * (1 - (0.5 * at) / path.length);
      most = Math.max(most, rising(here + 0.5 - Math.hypot(px - x, py - y), 1));
    });
    return most * strength;
  };
}

/** Smooth chance over the image, about -1 to 1: a lattice of `pitch` pixels, interpolated. */
function fieldOf(chance, pitch) {
  const lattice = Float64Array.from({ length: 32 * 32 }, () => chance.between(-1, 1));
  const at = (i, j) => lattice[(j & 31) * 32 + (i & 31)];
  return (px, py) => {
    const u = px / pitch;
    const v = py / pitch;
    const i = Math.floor(u);
    const j = Math.floor(v);
    const s = smooth(u - i);
    const t = smooth(v - j);
    return (at(i, j) * (1 - s) + at(i + 1, j) * s) * (1 - t) + (at(i, j + 1) * (1 - s) + at(i + 1, j + 1) * s) * t;
  };
}

/** 0 at and below 0, 1 from `over` on. */
function rising(value, over) {
  return smooth(Math.min(1, Math.max(0, value / over)));
}

/** 1 at `middle`, 0 from `half` away from it on. */
function bump(value, middle, half) {
  return rising(half - Math.abs(value - middle), half);
}

function smooth(t) {
  return t * t * (3 - 2 * t);
}

function mixed(from, to, share) {
  return from.map((value, c) => value + (to[c] - value) * share);
}
