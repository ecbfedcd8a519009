import { normalDeviates, seededRandom } from "../core/math/random";

/** Rows of three numbers, two of which belong together. */
export function rowLines(count: number): readonly string[] {
  const normal = normalDeviates(seededRandom(11));
  return Array.from({ length: count }, () => {
    const base = normal();
    return [10 + base, 5 - base + 0.3 * normal(), 3 * normal()].map((value) => value.toFixed(3)).join(",");
  });
}

/** Steps of a minute: a wave and noise. */
export function stepLines(count: number): readonly string[] {
  const normal = normalDeviates(seededRandom(12));
  return Array.from({ length: count }, (_, row) =>
    [
      new Date(Date.UTC(2025, 2, 1) + row * 60_000).toISOString(),
      (20 + 5 * Math.sin(row / 5) + 0.2 * normal()).toFixed(3),
      (3 + 0.1 * normal()).toFixed(3),
    ].join(","),
  );
}

/** Sequences of eight events in their order, a few of them odd. */
export function eventLines(count: number): readonly string[] {
  const random = seededRandom(13);
  return Array.from({ length: count }, (_, row) => {
    const at = row % 8;
    return `s${Math.floor(row / 8)},${at},${random() < 0.05 ? "odd" : `step ${at}`}`;
  });
}
