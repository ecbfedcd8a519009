import { createChance } from "./chance.mjs";
import { rounded } from "./table.mjs";

const strangers = 10;

/** A tilted ellipse; the strange points lie beside it, with both values well inside their ranges. */
export function offAxis(seed) {
  const chance = createChance(seed);
  const tilt = 0.96;
  const ordinary = Array.from({ length: 990 }, () => {
    const x = chance.normal();
    return [x, tilt * x + Math.sqrt(1 - tilt * tilt) * chance.normal()];
  });
  const strange = Array.from({ length: strangers }, (_, i) => {
    const x = (i % 2 === 0 ? 1 : -1) * chance.between(0.6, 1.3);
    return [x, -x * chance.between(0.7, 1)];
  });
  return tableOf(chance, ordinary, strange, ([x, y]) => [170 + 8 * x, 68 + 10 * y]);
}

/** A dense and a loose cluster; the strange points stand close to the dense one, nearer than the loose ones stand to each other. */
export function twoDensities(seed) {
  const chance = createChance(seed);
  const dense = Array.from({ length: 600 }, () => [chance.normal(2, 0.12), chance.normal(2, 0.12)]);
  const loose = Array.from({ length: 390 }, () => [chance.normal(7, 1.1), chance.normal(6.5, 1.1)]);
  const strange = Array.from({ length: strangers }, (_, i) => {
    const angle = ((i + chance.between(-0.3, 0.3)) / strangers) * 2 * Math.PI;
    const radius = chance.between(0.5, 0.75);
    return [2 + radius * Math.cos(angle), 2 + radius * Math.sin(angle)];
  });
  return tableOf(chance, [...dense, ...loose], strange, (point) => point);
}

/** A ring; the strange points lie in its empty middle, where the average is. */
export function ring(seed) {
  const chance = createChance(seed);
  const ordinary = Array.from({ length: 990 }, () => {
    const angle = chance.between(0, 2 * Math.PI);
    const radius = chance.normal(5, 0.35);
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  const strange = Array.from({ length: strangers }, () => [chance.normal(0, 0.5), chance.normal(0, 0.5)]);
  return tableOf(chance, ordinary, strange, (point) => point);
}

function tableOf(chance, ordinary, strange, place) {
  const labelled = [...ordinary.map((point) => [...place(point), 0]), ...strange.map((point) => [...place(point), 1])];
  const rows = chance.shuffled(labelled).map(([x, y, label]) => [rounded(x, 3), rounded(y, 3), label]);
  return { names: ["x", "y", "label"], rows };
}
