// @ts-check
import { quantile } from "../statistics.mjs";

const BAR_MS = 33;
const PIXELS = 3;
/** Down into the ordinary rows and back again, one row and one per cent at a time. */
const KEYS = ["ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowRight", "ArrowRight"];
const TIMES = 15;

/** @typedef {{ painted: number, table: number | null }} Move */

/** @type {import("../measure").Measure} */
export const slider = {
  name: "slider",
  async run({ million }) {
    const { page } = await million();
    const handle = page.locator("[role=slider][aria-orientation=horizontal][aria-label^=Threshold]");
    await handle.focus();
    /** @type {(Move | null)[]} */
    const keyed = [];
    for (const key of KEYS)
      for (let i = 0; i < TIMES; i++) keyed.push(await timed(page, () => page.keyboard.press(key)));
    const dragged = await drag(page, handle);
    return [
      ...rowsOf("keys", keyed),
      ...rowsOf("drag", dragged),
      ...rowsOf("all moves", [...keyed, ...dragged], BAR_MS),
    ];
  },
};

/**
 * @param {import("playwright").Page} page
 * @param {import("playwright").Locator} handle
 */
async function drag(page, handle) {
  const box = await handle.boundingBox();
  if (!box) throw new Error("the handle of the threshold is not on screen");
  let x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  /** @type {(Move | null)[]} */
  const moves = [];
  for (let i = 0; i < 2 * KEYS.length * TIMES; i += 2) {
    x += i < KEYS.length * TIMES ? -PIXELS : PIXELS;
    const to = x;
    moves.push(await timed(page, () => page.mouse.move(to, y)));
  }
  await page.mouse.up();
  return moves;
}

/**
 * @param {import("playwright").Page} page
 * @param {() => Promise<void>} act
 * @returns {Promise<Move | null>}
 */
async function timed(page, act) {
  const box = await page.evaluateHandle(() => Reflect.get(globalThis, "nextMove")());
  await act();
  return box.evaluate(({ move }) => move);
}

/**
 * @param {string} how
 * @param {(Move | null)[]} all
 * @param {number} [bar]
 * @returns {import("../measure").Row[]}
 */
function rowsOf(how, all, bar) {
  const moves = all.filter((move) => move !== null);
  const painted = moves.map((move) => move.painted);
  const table = moves.flatMap((move) => move.table ?? []);
  const ms = (/** @type {number[]} */ values, /** @type {number} */ share) => quantile(values, share).toFixed(0);
  const value = quantile(painted, 0.95);
  return [
    {
      name: `slider at 1,000,000 scores, ${how}, p95`,
      value,
      unit: "ms",
      bar: bar === undefined ? "" : `at most ${bar} ms`,
      met: bar === undefined ? null : value <= bar,
      spread: `p50 ${ms(painted, 0.5)}, max ${ms(painted, 1)}`,
      note: `${moves.length} of ${all.length} moves changed the count; table p95 ${ms(table, 0.95)} ms`,
    },
  ];
}
