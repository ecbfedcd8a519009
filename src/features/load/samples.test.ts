import { readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import words from "../../messages/en/samples.json";
import { lookAt } from "../../io/read/look-at";
import { readSource } from "../../io/read/read-source";
import { sourceOf } from "../../testing/open-table";
import { quiet } from "../../testing/read-text";
import { samples, type ImageSample, type TableSample } from "./samples";

const root = new URL("../../../", import.meta.url);
const folder = fileURLToPath(new URL("public/samples/", root));

function textOf(file: string): string {
  const bytes = readFileSync(folder + file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** The samples hold no quoted cells, so that lines and commas can be counted. */
function linesOf(file: string): string[][] {
  return textOf(file)
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
}

const tables = samples.filter((sample): sample is TableSample => sample.kind === "table");
const labelled = tables.filter(({ labelColumn }) => labelColumn !== null);
const logs = tables.filter(({ labelColumn }) => labelColumn === null);
const images = samples.filter((sample): sample is ImageSample => sample.kind === "images");

interface Packed {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The scripts are plain JavaScript without declarations: `T` is what they document. */
async function scriptOf<T>(name: string): Promise<T> {
  return (await import(/* @vite-ignore */ new URL(`scripts/samples/${name}.mjs`, root).href)) as T;
}

describe.each(samples)("sample $id", (sample) => {
  it("has all its words, and says so when it is synthetic", () => {
    const entry = new Map<string, unknown>(Object.entries(words)).get(sample.id);
    for (const key of ["title", "question", "look", "image", "licence"])
      expect(entry).toHaveProperty(key, expect.stringMatching(/\S/));
    expect(entry).toHaveProperty("licence", expect.stringMatching(sample.synthetic ? /^Synthetic/ : /CC BY 4\.0|MIT/));
    expect(entry).toHaveProperty("question", expect.stringMatching(/^[^?]+\?$/));
    expect(words.areas[sample.area]).toBeTruthy();
    expect(readFileSync(`${folder}LICENSES.md`, "utf8")).toContain(sample.file);
  });
});

describe.each(images)("images $id", ({ id, file, rows, side, strip }) => {
  it("hold exactly what their generator makes, a mask for each defect among them", async () => {
    const { ownImages } = await scriptOf<{
      ownImages(): Record<string, { files: Packed[]; strip: Buffer }>;
    }>("own-samples");
    const { unzipped } = await scriptOf<{ unzipped(archive: Buffer): Packed[] }>("zip");
    const { pixelsOf } = await scriptOf<{
      pixelsOf(png: Uint8Array): { width: number; height: number; pixels: Uint8Array };
    }>("png");
    const made = ownImages()[id];
    const files = unzipped(readFileSync(folder + file));
    expect(files.map(({ path }) => path)).toEqual(made?.files.map(({ path }) => path));
    expect(files.filter(({ bytes }, at) => Buffer.compare(bytes, made?.files[at]?.bytes ?? bytes) !== 0)).toEqual([]);
    const image = pixelsOf(readFileSync(folder + strip.file));
    expect(image).toEqual(pixelsOf(made?.strip ?? Buffer.alloc(0)));
    expect(image.width * strip.rows).toBe(image.height * strip.columns);

    const masks = files.filter(({ path }) => path.includes("/masks/"));
    expect(files.length - masks.length).toBe(rows);
    const nameOf = ({ path }: Packed) => path.split("/").at(-1);
    const bad = files.filter(({ path }) => path.includes("/bad/"));
    expect(masks.map(nameOf)).toEqual(bad.map(nameOf));
    for (const { bytes } of masks) {
      const { width, height, pixels } = pixelsOf(bytes);
      expect([width, height]).toEqual([side, side]);
      const marked = pixels.filter((value) => value === 255).length;
      expect(marked).toBeGreaterThan(5);
      expect(marked + pixels.filter((value) => value === 0).length).toBe(side * side);
    }
    // Two million pixels are drawn again.
  }, 30_000);
});

describe.each(logs)("log $id", ({ file, rows, columns }) => {
  it("is read as the lines and columns that the gallery says", async () => {
    const source = sourceOf(textOf(file));
    const look = await lookAt(source);
    if (look.is !== "table") throw new Error("no table");
    const { dataset } = await readSource(source, look.inspection.plan, quiet);
    expect([dataset.rowCount, dataset.columns.length]).toEqual([rows, columns]);
  });
});

describe.each(tables)("the image of table $id", ({ thumbnail: { x, y, strange } }) => {
  it("has ordinary and strange points within the frame", () => {
    expect(x.length).toBe(y.length);
    expect(x.length).toBeGreaterThanOrEqual(60);
    expect(x.length).toBeLessThanOrEqual(120);
    expect(strange).toBeLessThan(x.length);
    expect([...x, ...y].filter((value) => !(value >= 0 && value <= 1))).toEqual([]);
  });
});

describe.each(labelled)("table $id", (sample) => {
  const [names = [], ...rows] = linesOf(sample.file);

  it("has the rows and columns that the gallery says", () => {
    expect(rows).toHaveLength(sample.rows);
    expect(names).toHaveLength(sample.columns);
    expect(new Set(names).size).toBe(names.length);
    expect(rows.filter((row) => row.length !== names.length)).toEqual([]);
  });

  it("ends with a label of two values, the rarer one marking about a tenth of the rows at most", () => {
    expect(names.at(-1)).toBe(sample.labelColumn);
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(row.at(-1) ?? "", (counts.get(row.at(-1) ?? "") ?? 0) + 1);
    expect(counts.size).toBe(2);
    const rarer = Math.min(...counts.values());
    expect(rarer / rows.length).toBeLessThanOrEqual(0.11);
  });
});

describe("the gallery as a whole", () => {
  it("names every file of the folder once, and no other", () => {
    const files = readdirSync(folder).filter((file) => file !== "LICENSES.md");
    const named = [...samples.map(({ file }) => file), ...images.map(({ strip }) => strip.file)];
    expect(named.sort()).toEqual(files.sort());
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
  });

  it("stays light: 2.3 MB in all, nothing large unpacked, images under 25 kB", () => {
    const sizes = readdirSync(folder).map((file) => ({ file, size: statSync(folder + file).size }));
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(2_300_000);
    expect(sizes.filter(({ file, size }) => !/\.(gz|zip)$/.test(file) && size > 200_000)).toEqual([]);
    expect(statSync(new URL("sample-thumbnails.json", import.meta.url)).size).toBeLessThan(25_000);
  });

  it("holds in the synthetic files exactly what their generators make", async () => {
    const { ownSamples } = await scriptOf<{ ownSamples(): Record<string, object> }>("own-samples");
    const { csvOf } = await scriptOf<{ csvOf(table: object): string }>("table");
    for (const [id, table] of Object.entries(ownSamples())) {
      const sample = samples.find((candidate) => candidate.id === id);
      expect(sample?.synthetic).toBe(true);
      expect(csvOf(table) === textOf(sample?.file ?? "")).toBe(true);
    }
  });
});
