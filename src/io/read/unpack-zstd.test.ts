import { expect, it } from "vitest";
import { lookAt } from "./look-at";
import { openBytes } from "./open-bytes";
import { readSource } from "./read-source";

/** The table below, packed by the tool of Zstandard. */
const PACKED =
  "KLUv/WSkBaUPAKbfPxOAJakOIKaGkdhEtrtJPImiI6oDQAA8ADYAVVUVFFoVEpLIiIhCwkQ5NxMSiuaRiYbEu54PCZXxrBoSqNEwbeMgDQoZDRgSLhosKFQcKA4TFI6GRhAQAAhBIFdLKvGMioiGppJQ4tnU0Mw8HZnEs5/vLdaK2rZNOZPSLFJpZmZmZiYiIiIi4t3d3V1IkDMzs5AwZmZ4Fv//f++9995777Isy7Isssh4lpWUk2dTMvEMCwkHx6Jg4tnV0c19PbnEMysjG9tqYolnVUU1FdEgMpmZmZmZiIiIiIh3d3d3d7Zt27Zt27Zd13Vd13Vd1zRN0zRN0zQ9z/M8z/M8z///B4EXqGFonYLW2d+xRjRG5gER8PoBcE50Rmd6ojM60xOd0ZleWP329/++/+/3/37/7/f/ff/PPqXqvuoDVjLfV49uXf0N96Jnwnc9nX/ZO/yFnonP+nTvanuDbkiND0ueXRb9YVCm7hfK+vHkT9nq0wWK23/N/yh5OVPZjzjpZ6QAsX4hOyYwn6aD08CHKUtU4/5wci/kzPDrsxddYX96ci+EM8NyqlB/8ORbISkzlrMK+oMnZMZeYjXex538Z3IlRg3I+ZTuJeMfJmoUGz55p6UlZa21gK/zAgIzMZ/rDl7i+XSqpx3ViDwUp8O1uj0YBE4Vf0KlHw==";
const text = `id,kind\n${Array.from({ length: 300 }, (_, i) => `${i + 1},${((i + 1) * (i + 1)) % 7}\n`).join("")}`;
const packed = Uint8Array.from(atob(PACKED), (letter) => letter.charCodeAt(0));
const patient = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const parts: BlobPart[] = [];
  for await (const part of openBytes(new Blob([bytes]), "zstd")) parts.push(Uint8Array.from(part));
  return new Blob(parts).text();
}

/** A frame of one block: a letter that is repeated `times` times. */
function repeated(times: number): Uint8Array<ArrayBuffer> {
  const head = (times << 3) | (1 << 1) | 1;
  return Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0x38, head & 255, (head >> 8) & 255, head >> 16, 97);
}

it("unpacks what the tool packed, and letters that are only counted", async () => {
  expect(await textOf(packed)).toBe(text);
  expect(await textOf(repeated(100_000))).toBe("a".repeat(100_000));
});

it("opens a packed table as the table that it is", async () => {
  const source = { name: "t.csv.zst", files: [{ path: "t.csv.zst", blob: new Blob([packed]) }] };
  const look = await lookAt(source);
  if (look.is !== "table") throw new Error(look.is);
  expect(look.inspection).toMatchObject({ format: "delimited", plan: { settings: { compression: "zstd" } } });
  expect((await readSource(source, look.inspection.plan, patient)).dataset.rowCount).toBe(300);
});

it("says that a file is damaged, cut off, or takes too much memory", async () => {
  const failing = (why: string) => ({ info: { code: "bad-gzip", values: { context: why } } });
  await expect(textOf(packed.slice(0, 300))).rejects.toMatchObject(failing("zstd"));
  await expect(textOf(packed.map((byte, at) => (at > 20 && at < 40 ? 255 : byte)))).rejects.toMatchObject(
    failing("zstd"),
  );
  const greedy = repeated(10);
  greedy[5] = 0xf8;
  await expect(textOf(greedy)).rejects.toMatchObject(failing("zstd-window"));
});
