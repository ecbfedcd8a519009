import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { serve } from "../scripts/serve.mjs";
import { expect, test } from "./fixtures/app";
import {
  addDetector,
  allHere,
  chooseFile,
  detectorLine,
  dropFile,
  flaggedCount,
  runsDone,
  start,
  tableName,
} from "./fixtures/steps";

test.use({ serviceWorkers: "allow" });

test("once visited, the page opens and works without its server: samples, files, networks", async ({ page }) => {
  const site = await serve({ dir: "dist" });
  await page.goto(site.url);
  await allHere(page);
  await site.close();

  await test.step("nothing that the build made is missing", async () => {
    const files = (await readdir("dist", { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice("dist/".length))
      .filter((file) => !/(^|\/)\.|^sw\.js$|^workbox-|LICENSES/.test(file));
    const missing = await page.evaluate(async (asked) => {
      const answers = await Promise.all(
        asked.map((file) =>
          fetch(file).then(
            ({ ok }) => ok,
            () => false,
          ),
        ),
      );
      return asked.filter((_, at) => !answers[at]);
    }, files);
    expect(missing).toEqual([]);
  });

  await test.step("a file of a format whose reader comes late is opened by the page that stands", async () => {
    const numbers = Float64Array.from({ length: 60 }, (_, row) => (row === 7 ? 900 : row % 9));
    const bytes = parquetWriteBuffer({ columnData: [{ name: "amount", data: numbers }] });
    await dropFile(page, "amounts.parquet", Buffer.from(bytes));
    await expect(tableName(page)).toHaveText("amounts.parquet");
    await runsDone(page);
  });

  await test.step("the page comes again; a sample opens, and a network learns", async () => {
    await start(page);
    await page.getByRole("button", { name: "Thyroid tests, open this sample" }).click();
    await flaggedCount(page);
    await addDetector(page, "Autoencoder");
    await expect(detectorLine(page, "Autoencoder").getByText(/^[\d,]+ flagged/)).toBeVisible();
  });
});

test("a new version waits until it is taken, and the table stays until then", async ({ page }, info) => {
  const dir = info.outputPath("site");
  await cp("dist", dir, { recursive: true });
  const site = await serve({ dir });
  await page.goto(site.url);
  await allHere(page);
  await chooseFile(page, "payments-small.csv");
  await runsDone(page);

  await deployAnother(dir);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const word = page.getByRole("status").filter({ hasText: "A new version of this page is here" });
  await expect(word).toContainText("That closes payments-small.csv");
  await expect(tableName(page)).toHaveText("payments-small.csv");
  await expect(page.locator("html")).not.toHaveAttribute("data-version", "2");

  await word.getByRole("button", { name: "Reload now" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-version", "2");
  await expect(word).toHaveCount(0);
  await site.close();
});

/** Lays another version of the page in the place of the one in a folder. */
async function deployAnother(dir: string): Promise<void> {
  const index = join(dir, "index.html");
  await writeFile(index, (await readFile(index, "utf8")).replace("<html ", '<html data-version="2" '));
  const worker = join(dir, "sw.js");
  const code = await readFile(worker, "utf8");
  const changed = code.replace(/(url:"index\.html",revision:")\w+|(revision:")\w+(",url:"index\.html")/, "$1$22$3");
  expect(changed).not.toBe(code);
  await writeFile(worker, changed);
}
