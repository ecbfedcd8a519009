import { readFile } from "node:fs/promises";
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "./fixtures/app";
import { dropFile, flaggedCount, goTo, runsDone, segment, start, tableName } from "./fixtures/steps";

const ROWS = 400;
const STRANGE = 123;
/** More digits than a number keeps. */
const FIRST_ID = 2n ** 60n;

function parquetFile(): Buffer {
  const rows = Array.from({ length: ROWS }, (_, row) => row);
  const bytes = parquetWriteBuffer({
    columnData: [
      { name: "id", data: BigInt64Array.from(rows, (row) => FIRST_ID + BigInt(row)) },
      { name: "amount", data: Float64Array.from(rows, (row) => (row === STRANGE ? 9000 : 40 + (row % 11))) },
      { name: "weight", data: Float64Array.from(rows, (row) => (row === STRANGE ? -700 : 5 + (row % 7))) },
      { name: "place", data: rows.map((row) => ["north", "south"][row % 2]), type: "STRING" },
    ],
  });
  return Buffer.from(bytes);
}

test("a Parquet file is opened, its strange row flagged, and the flagged rows are taken away as Parquet", async ({
  page,
}) => {
  await start(page);
  await dropFile(page, "payments.parquet", parquetFile());
  await expect(tableName(page)).toHaveText("payments.parquet");
  await runsDone(page);
  const count = await flaggedCount(page);
  expect(count).toBeGreaterThan(0);

  await goTo(page, "Export");
  await segment(page, "Kind of file", "Parquet").click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${count} row` }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("payments-flagged.parquet");
  const bytes = await readFile(await download.path());
  const rows: readonly Readonly<Record<string, unknown>>[] = await parquetReadObjects({
    file: Uint8Array.from(bytes).buffer,
  });
  expect(rows).toHaveLength(count);
  expect(rows[0]).toMatchObject({
    id: String(FIRST_ID + BigInt(STRANGE)),
    amount: 9000,
    weight: -700,
    place: "south",
    row: STRANGE + 1,
    flagged: 1,
  });
});
