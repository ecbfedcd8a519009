import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { contentHashOf } from "../../core/data/content-hash";
import type { Dialect } from "../../core/data/dialect";
import type { DelimitedPlan } from "../../core/data/dialect";
import { Cancelled } from "../../core/detect/context";
import { cellsOf, linesOf, PLAIN_DIALECT, quiet, readText } from "../../testing/read-text";
import type { ReadWatch } from "../read/table-reader";
import { readTable } from "./read-table";

describe("rows", () => {
  it("that are ragged are counted, padded and cut", async () => {
    const result = await readText("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12,\n13\n");
    expect(result.report.shortRows).toEqual({ count: 2, first: [2, 5] });
    expect(result.report.longRows).toEqual({ count: 1, first: [3] });
    expect(cellsOf(result, 2)).toEqual([3, null, 8, 12, null]);
  });

  it("that are empty are counted, except at the end", async () => {
    const result = await readText("\n\na,b\n1,2\n\n   \n3,4\n\n\n");
    expect(result.dataset.rowCount).toBe(2);
    expect(result.report.emptyRows).toBe(2);
    const single = await readText("a\n1\n\n3\n\n");
    expect(cellsOf(single, 0)).toEqual([1, null, 3]);
  });

  it("of a sample are chosen by chance, repeatably, and know where they came from", async () => {
    const text = linesOf(20_000, (i) => `${i},x`, "i,w");
    const sample = { rows: 2000, of: 20_000, seed: 5 };
    const result = await readText(text, {}, { sample });
    expect(Math.abs(result.dataset.rowCount - 2000)).toBeLessThan(200);
    expect(Array.from(result.dataset.sourceRows ?? [])).toEqual(cellsOf(result, 0));
    expect(result.report).toMatchObject({ rowsSeen: 20_000, rowsKept: result.dataset.rowCount });
    expect(cellsOf(await readText(text, {}, { sample }), 0)).toEqual(cellsOf(result, 0));
    expect(cellsOf(await readText(text, {}, { sample: { ...sample, seed: 6 } }), 0)).not.toEqual(cellsOf(result, 0));
  });
});

describe("the content", () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const table = linesOf(300_000, (i) => `${i},${i % 7}`, "a,b");

  it("is a hash of the file as it lies on disk, whatever is made of it", async () => {
    expect((await readText(table)).content).toBe(contentHashOf(bytesOf(table)));
    const packed = Uint8Array.from(gzipSync(table));
    expect((await readText(packed, { compression: "gzip" })).content).toBe(contentHashOf(packed));
    const marked = bytesOf(`\ufeffsep=,\n${table}\n\n`);
    expect((await readText(marked)).content).toBe(contentHashOf(marked));
  });

  it("is taken once, also where a column has to be read again", async () => {
    const late = `${linesOf(30_000, (i) => `${i},${i % 5}`, "a,b")}\n${"1,word\n".repeat(30_000)}`;
    const blob = new Blob([late]);
    let ways = 0;
    const stream = blob.stream.bind(blob);
    blob.stream = () => {
      ways += 1;
      return stream();
    };
    const plan: DelimitedPlan = { format: "delimited", settings: PLAIN_DIALECT, kinds: {}, sample: null };
    const { content, dataset } = await readTable({ name: "late.csv", blob }, plan, quiet);
    expect(dataset.columns[1]?.kind).toBe("category");
    expect(ways).toBe(2);
    expect(content).toBe(contentHashOf(bytesOf(late)));
  });
});

describe("progress", () => {
  it("counts rows and bytes of the file itself, up to its end", async () => {
    const text = linesOf(300_000, (i) => `${i},${i % 7}`, "i,v");
    for (const content of [new TextEncoder().encode(text), new Uint8Array(gzipSync(text))]) {
      const seen: Parameters<ReadWatch["onProgress"]>[0][] = [];
      const dialect: Dialect = { ...PLAIN_DIALECT, compression: content.length < 2e6 ? "gzip" : "none" };
      const source = { name: "t", blob: new Blob([content]) };
      let checkpoints = 0;
      await readTable(
        source,
        { format: "delimited", settings: dialect, kinds: {}, sample: null },
        {
          onProgress: (progress) => seen.push(progress),
          async checkpoint() {
            checkpoints++;
          },
        },
      );
      expect(checkpoints).toBeGreaterThan(2);
      expect(seen.at(-1)).toEqual({
        stage: "read",
        done: 1,
        rows: 300_000,
        bytes: content.length,
        totalBytes: content.length,
      });
      expect(seen.every(({ bytes = 0 }, i) => bytes >= (seen[i - 1]?.bytes ?? 0))).toBe(true);
    }
  });

  it("stops when the checkpoint rejects, and lets the file go", async () => {
    const piece = new TextEncoder().encode("1,2\n".repeat(100_000));
    const blob = new Blob([piece]);
    let pieces = 0;
    let isReleased = false;
    blob.stream = () =>
      new ReadableStream({
        pull(controller) {
          if (pieces++ < 50) controller.enqueue(piece);
          else controller.close();
        },
        cancel() {
          isReleased = true;
        },
      });
    const watch = { onProgress: () => undefined, checkpoint: () => Promise.reject(new Cancelled()) };
    const reading = readTable(
      { name: "t", blob },
      { format: "delimited", settings: PLAIN_DIALECT, kinds: {}, sample: null },
      watch,
    );
    await expect(reading).rejects.toThrow(Cancelled);
    expect(isReleased).toBe(true);
    expect(pieces).toBeLessThan(10);
  });
});
