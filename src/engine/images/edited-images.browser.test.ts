import { expect, it } from "vitest";
import { bmpOf } from "../../testing/bmp";
import { zipOf } from "../../testing/image-bytes";
import { imagesPlan } from "../../testing/open-table";
import { createInlineEngine } from "../inline";

const plain = bmpOf(24, 24, (x) => 5 * x);
/** As many bytes, one grey level another. */
const edited = bmpOf(24, 24, (x, y) => (x === 20 && y === 3 ? 255 : 5 * x));

async function opened(files: readonly { path: string; blob: Blob }[]) {
  const engine = createInlineEngine();
  const card = await engine.start("open", { source: { name: "parts", files }, plan: imagesPlan }, () => undefined)
    .result;
  const [seen] = await engine.ask("seen", { dataset: card.id, recipe: card.recipe, rows: Uint32Array.of(1) });
  return { id: card.id, seen: Array.from(seen?.rgba ?? []) };
}

const set = (second: Blob, mask = plain) => [
  { path: "train/1.bmp", blob: plain },
  { path: "train/2.bmp", blob: second },
  { path: "masks/2.bmp", blob: mask },
];

it("is another table once one image is replaced by another of equal size", async () => {
  expect(edited.size).toBe(plain.size);
  const [before, after] = [await opened(set(plain)), await opened(set(edited))];
  expect(after.id).not.toBe(before.id);
  expect(after.seen).not.toEqual(before.seen);
  expect((await opened(set(plain))).id).toBe(before.id);
});

it("is another table once a mask is, or a path", async () => {
  const { id } = await opened(set(plain));
  expect((await opened(set(plain, edited))).id).not.toBe(id);
  const moved = set(plain).map(({ path, blob }) => ({ path: path.replace("train", "test"), blob }));
  expect((await opened(moved)).id).not.toBe(id);
});

it("is known by what is in it, also where an archive packs it", async () => {
  const packed = async (second: Blob) => [{ path: "parts.zip", blob: await zipOf(set(second)) }];
  const [before, after] = [await opened(await packed(plain)), await opened(await packed(edited))];
  expect(after.id).not.toBe(before.id);
  expect((await opened(set(plain))).id).toBe(before.id);
});
