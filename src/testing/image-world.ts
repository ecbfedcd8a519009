import type { Source } from "../engine/protocol";
import { normalDeviates, seededRandom } from "../core/math/random";
import { drawnImage } from "./image-bytes";

const SIDE_PX = 32;

/**
 * Noisy images of a bright ring: `train/good` and `test/good`, and `test/bad` with a dark spot in the upper left, marked
 * by a mask. In the table the bad ones come first.
 */
export async function ringImages({ train = 24, good = 6, bad = 4 } = {}): Promise<Source> {
  const normal = normalDeviates(seededRandom(7));
  const isSpot = (x: number, y: number) => Math.hypot(x - 9, y - 9) < 3;
  const ring = (hasSpot: boolean) =>
    drawnImage(SIDE_PX, SIDE_PX, (x, y) => {
      const level = 60 + (Math.abs(Math.hypot(x - 16, y - 16) - 9) < 3 ? 130 : 0) + 6 * normal();
      const shown = Math.round(hasSpot && isSpot(x, y) ? 20 : level);
      return `rgb(${shown} ${shown} ${shown})`;
    });
  const mask = await drawnImage(SIDE_PX, SIDE_PX, (x, y) => (isSpot(x, y) ? "white" : "black"));
  const files: { path: string; blob: Blob }[] = [];
  for (let at = 0; at < train; at++) files.push({ path: `train/good/${at}.png`, blob: await ring(false) });
  for (let at = 0; at < good; at++) files.push({ path: `test/good/${at}.png`, blob: await ring(false) });
  for (let at = 0; at < bad; at++) {
    files.push({ path: `test/bad/${at}.png`, blob: await ring(true) });
    files.push({ path: `masks/${at}.png`, blob: mask });
  }
  return { name: "rings", files };
}
