// @ts-check

/** @typedef {import("./time-growth").Taken} Taken */

const [WIDTH, HEIGHT, LEFT, TOP, GAP, LABELS] = [430, 420, 56, 34, 60, 190];
const SECONDS = [0.001, 0.01, 0.1, 1, 10, 100];
const HUES = 9;

/**
 * Seconds over rows and over columns, both by powers of ten: a line whose slope is 1 is in proportion.
 * @param {readonly Taken[]} byRows
 * @param {readonly Taken[]} byColumns
 */
export function growthPicture(byRows, byColumns) {
  const names = [...new Set(byRows.map(({ what }) => what))];
  const width = LEFT + WIDTH + GAP + WIDTH + LABELS;
  const charts = [
    chartOf(byRows, names, ({ rows }) => rows, "rows, of 10 columns", LEFT),
    chartOf(byColumns, names, ({ columns }) => columns, "columns, of 2,000 rows", LEFT + WIDTH + GAP),
  ];
  const legend = names.map((name, at) => {
    const [x, y] = [LEFT + 2 * WIDTH + GAP + 14, TOP + 8 + at * 15];
    return `<path d="M${x} ${y}h16" ${strokeOf(at)}/><text x="${x + 22}" y="${y + 4}">${name}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.max(HEIGHT + TOP + 40, TOP + names.length * 15 + 20)}" font-family="sans-serif" font-size="11">`,
    "<title>Processor seconds by rows and by columns</title>",
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...charts,
    ...legend,
    "</svg>",
    "",
  ].join("\n");
}

/**
 * @param {readonly Taken[]} taken
 * @param {readonly string[]} names
 * @param {(one: Taken) => number} sizeOf
 * @param {string} title
 * @param {number} left
 */
function chartOf(taken, names, sizeOf, title, left) {
  const sizes = taken.map(sizeOf);
  const [low, high] = [Math.log10(Math.min(...sizes)), Math.log10(Math.max(...sizes))];
  const x = (/** @type {number} */ size) => left + ((Math.log10(size) - low) / (high - low)) * WIDTH;
  const y = (/** @type {number} */ seconds) => TOP + HEIGHT * (1 - (Math.log10(Math.max(seconds, 0.001)) + 3) / 5);
  const across = SECONDS.map(
    (seconds) =>
      `<path d="M${left} ${y(seconds)}h${WIDTH}" stroke="#ddd"/><text x="${left - 6}" y="${y(seconds) + 4}" text-anchor="end">${seconds} s</text>`,
  );
  const down = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
    .filter((size) => Math.log10(size) >= low && Math.log10(size) <= high)
    .map(
      (size) =>
        `<path d="M${x(size)} ${TOP}v${HEIGHT}" stroke="#ddd"/><text x="${x(size)}" y="${TOP + HEIGHT + 16}" text-anchor="middle">${size.toLocaleString("en")}</text>`,
    );
  const lines = names.map((name, at) => {
    const points = taken
      .filter(({ what }) => what === name)
      .map((one) => `${x(sizeOf(one)).toFixed(1)} ${y(one.seconds).toFixed(1)}`);
    return points.length > 1 ? `<path d="M${points.join("L")}" fill="none" ${strokeOf(at)}/>` : "";
  });
  return [...across, ...down, ...lines, `<text x="${left}" y="${TOP - 14}" font-weight="bold">${title}</text>`].join(
    "\n",
  );
}

/** @param {number} at */
function strokeOf(at) {
  const dash =
    ["", ' stroke-dasharray="5 2"', ' stroke-dasharray="1 2"'][Math.floor(at / HUES)] ?? ' stroke-dasharray="8 3 1 3"';
  return `stroke="hsl(${(at % HUES) * (360 / HUES)} 70% 42%)" stroke-width="1.6"${dash}`;
}
