import { describe, expect, it } from "vitest";
import { cellOf } from "../core/data/column";
import type { FailureCode } from "../core/data/failure";
import { glanceAt } from "../io/read/glance";
import type { Source } from "../io/read/source";
import type { ReadWatch, TableReader } from "../io/read/table-reader";

/** Files to check a reader with. */
export interface ReaderSpecimens {
  /** A table of a few columns; long enough that reading it takes several checkpoints. */
  table(): Promise<Source>;
  /** The same table in as many bytes, one of them another. */
  changed(): Promise<Source>;
  /** What begins like this format and is damaged, cut off or without a single row, and what is said of it. */
  readonly unreadable: Readonly<
    Record<string, { readonly files: Source["files"] | Promise<Source["files"]>; readonly code: FailureCode }>
  >;
}

const patient: ReadWatch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
/** No text, no image, no archive: it begins like a video. */
const foreign = new Blob([Uint8Array.of(0, 0, 0, 24), "ftypisom", new Uint8Array(600).fill(7)]);

/** What every reader promises, whatever its format. */
export function checkReader<F extends string, S, R>(reader: TableReader<F, S, R>, specimens: ReaderSpecimens): void {
  const { table, changed, unreadable } = specimens;
  const opened = async (source: Source, watch: ReadWatch = patient) =>
    reader.read(source, (await reader.inspect(source, {})).plan, watch);

  it("knows its files by what is in them, whatever they are called", async () => {
    const { files } = await table();
    const all = files.map((_, at) => at);
    expect(await reader.accepts(glanceAt({ files }))).toEqual(all);
    const nameless = files.map(({ blob }, at) => ({ path: `file ${at}`, blob }));
    expect(await reader.accepts(glanceAt({ files: nameless }))).toEqual(all);
  });

  it("leaves alone what is none of its own", async () => {
    const { files } = await table();
    expect(await reader.accepts([])).toBeNull();
    expect(await reader.accepts(glanceAt({ files: [{ path: files[0]?.path ?? "", blob: foreign }] }))).toBeNull();
    const beside = await reader.accepts(glanceAt({ files: [{ path: "clip", blob: foreign }, ...files] }));
    expect(beside).toEqual(files.map((_, at) => at + 1));
  });

  it("says how it would read them, in a plan that survives JSON, and the same again once that is fixed", async () => {
    const source = await table();
    const { format, plan, size, columns, preview } = await reader.inspect(source, {});
    expect([format, plan.format]).toEqual([reader.format, reader.format]);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(size.bytes).toBe(source.files.reduce((sum, { blob }) => sum + blob.size, 0));
    expect(size.rows).toBeGreaterThan(0);
    expect(size.memory).toBeLessThan(size.budget);
    expect(preview.names).toEqual(preview.names.length > 0 ? columns.map(({ name }) => name) : []);
    expect(preview.rows.every((row) => row.length === preview.names.length)).toBe(true);
    const again = await reader.inspect(source, plan.settings);
    expect(again.plan).toEqual(plan);
    expect(again.guesses.every(({ sure }) => sure)).toBe(true);
  });

  it("says when the rows need more memory than there is", async () => {
    const { size } = await reader.inspect(await table(), {}, 1000);
    expect(size.budget).toBe(1000);
    expect(size.memory).toBeGreaterThan(1000);
    expect(size.rowsThatFit).toBeLessThan(size.rows);
  });

  it("reads columns of one length, the same ones every time", async () => {
    const source = await table();
    const { dataset, kindWhy, content } = await opened(source);
    expect(dataset.name).toBe(source.name);
    expect(dataset.rowCount).toBeGreaterThan(0);
    for (const column of dataset.columns)
      expect(column.kind === "category" ? column.codes : column.values).toHaveLength(dataset.rowCount);
    expect(new Set(dataset.columns.map(({ name }) => name)).size).toBe(dataset.columns.length);
    expect(kindWhy).toHaveLength(dataset.columns.length);
    const again = await opened(await table());
    expect(again.content).toBe(content);
    expect(again.dataset).toEqual(dataset);
  });

  it("reads a random sample of the rows, the same one for the same seed", async () => {
    const source = await table();
    const { plan } = await reader.inspect(source, {});
    const { dataset: whole } = await reader.read(source, plan, patient);
    const sample = { rows: whole.rowCount / 2, of: whole.rowCount, seed: 3 };
    const { dataset } = await reader.read(source, { ...plan, sample }, patient);
    expect(dataset.rowCount).toBeGreaterThan(0);
    expect(dataset.rowCount).toBeLessThan(whole.rowCount);
    expect(dataset.sourceRows).toHaveLength(dataset.rowCount);
    expect((await reader.read(source, { ...plan, sample }, patient)).dataset).toEqual(dataset);
  });

  const cellsOf = reader.cells?.bind(reader);
  if (cellsOf)
    it("goes through the cells once more, in the rows and columns that it reads", async () => {
      const source = await table();
      const { plan } = await reader.inspect(source, {});
      const { rowCount } = (await reader.read(source, plan, patient)).dataset;
      for (const sample of [null, { rows: rowCount / 3, of: rowCount, seed: 3 }]) {
        const { dataset, content } = await reader.read(source, { ...plan, sample }, patient);
        const cells = await cellsOf(source, { ...plan, sample }, patient);
        expect(cells.names).toHaveLength(dataset.columns.length);
        let row = 0;
        for await (const piece of cells.pieces)
          for (let at = 0; at < piece.rows; at++, row++)
            for (const [column, one] of dataset.columns.entries()) {
              const cell = cellOf(one, row);
              const text = piece.text(at, column).trim();
              if (typeof cell === "string") expect(text).toBe(cell);
              // A number or a time is some text; nothing is some text, too, where that means no value.
              else if (cell !== null) expect(text).not.toBe("");
            }
        expect(row).toBe(dataset.rowCount);
        expect(cells.content()).toBe(content);
      }
    });

  it("tells contents apart that differ in one byte", async () => {
    const [one, other] = [await table(), await changed()];
    const outside = ({ files }: Source) => files.map(({ path, blob }) => [path, blob.size]);
    expect(outside(other)).toEqual(outside(one));
    expect((await opened(other)).content).not.toBe((await opened(one)).content);
  });

  it("tells how far it is, never backwards, and to the end", async () => {
    const told: number[] = [];
    await opened(await table(), {
      ...patient,
      onProgress: ({ stage, done }) => {
        if (done !== null) told.push(done + (stage === "read" ? 0 : 1));
      },
    });
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect([1, 2]).toContain(told.at(-1));
  });

  it("stops at once when it is told to, with what it was told", async () => {
    const source = await table();
    const { plan } = await reader.inspect(source, {});
    const stopped = new Error("stopped");
    let asked = 0;
    const checkpoint = () => (++asked === 2 ? Promise.reject(stopped) : Promise.resolve());
    await expect(reader.read(source, plan, { ...patient, checkpoint })).rejects.toBe(stopped);
    expect(asked).toBe(2);
  });

  describe("says what is wrong with", () => {
    it.each(Object.entries(unreadable))("%s", async (name, { files, code }) => {
      await expect(opened({ name, files: await files })).rejects.toMatchObject({ name: "Failure", info: { code } });
    });
  });
}
