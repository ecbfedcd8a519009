import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { unzipped } from "../scripts/samples/zip.mjs";
import { expect, test } from "./fixtures/app";
import {
  allHere,
  chooseFile,
  dropFiles,
  flaggedCount,
  goTo,
  rowAt,
  runsDone,
  start,
  tableName,
  whyPanel,
} from "./fixtures/steps";

test("a file that vanishes is told, and the table before stays", async ({ page }) => {
  await start(page);
  await chooseFile(page, "payments-small.csv");
  const count = await flaggedCount(page);
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle("gone.csv", { create: true });
    const writer = await handle.createWritable();
    await writer.write("a,b\n1,2\n3,4\n");
    await writer.close();
    const transfer = new DataTransfer();
    transfer.items.add(await handle.getFile());
    await folder.removeEntry("gone.csv");
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  const told = page.getByRole("region", { name: "The file can no longer be read" });
  await expect(told).toBeVisible();
  await told.getByRole("button", { name: "Keep working with payments-small.csv" }).click();
  expect(await flaggedCount(page)).toBe(count);
});

test.describe("what is known of the detectors cannot be fetched", () => {
  test.use({ expectedComplaints: /ERR_FAILED/ });

  test("and a file waits for it, is told so, and is opened at the second try", async ({ page }) => {
    const cards = "**/assets/detector-cards-*.js";
    await page.route(cards, (route) => route.abort());
    await start(page);
    await chooseFile(page, "payments-small.csv");
    const told = page.getByRole("region", { name: "A part of the app could not be loaded" });
    await expect(told).toBeVisible();
    await page.unroute(cards);
    await told.getByRole("button", { name: "Try again" }).click();
    await expect(tableName(page)).toHaveText("payments-small.csv");
    expect(await flaggedCount(page)).toBeGreaterThan(0);
  });
});

test.describe("the thread of the work dies", () => {
  test.use({ expectedComplaints: /dies on purpose/ });

  test("and the table, the choices and the results come back by themselves", async ({ page }) => {
    await start(page);
    await chooseFile(page, "payments-small.csv");
    await runsDone(page);
    const rows = page.getByRole("textbox", { name: "rows", exact: true });
    await rows.fill("9");
    await rows.press("Enter");
    await expect.poll(() => flaggedCount(page)).toBe(9);

    await page.workers()[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error("dies on purpose");
      });
    });
    await expect(page.getByText("The background work stopped").first()).toBeVisible();
    await runsDone(page);
    await expect(tableName(page)).toHaveText("payments-small.csv");
    await expect.poll(() => flaggedCount(page)).toBe(9);
    await rowAt(page.getByRole("grid"), 1).click();
    await expect(whyPanel(page).getByRole("region", { name: "Nearest ordinary row" }).getByRole("table")).toBeVisible();
  });
});

test.describe("without its server", () => {
  test.use({ serviceWorkers: "allow" });

  test("the server is gone once the page stands: every screen is there all the same, whatever the next file holds", async ({
    page,
    context,
  }) => {
    // The browser remembers 250 of them by itself.
    await page.addInitScript(() => performance.setResourceTimingBufferSize(2000));
    await start(page);
    await chooseFile(page, "payments-small.csv");
    await runsDone(page);
    const fetched = () =>
      page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.slice(1)));
    const chunks = await chunksOfPage();
    await expect
      .poll(async () => {
        const here = await fetched();
        return chunks.filter((file) => !here.includes(file));
      })
      .toEqual([]);
    await allHere(page);
    await context.setOffline(true);

    const images = unzipped(await readFile("public/samples/buttons.zip"));
    const files = {
      series: [await fileOf("public/samples/taxi-passengers.csv.gz")],
      events: [await fileOf("public/samples/block-events.csv.gz")],
      images: images.slice(0, 12).map(({ path, bytes }) => ({ name: basename(path), bytes })),
    };
    const around = { series: "figure", events: "listbox", images: "listbox" } as const;
    for (const kind of ["series", "events", "images"] as const) {
      const before = await tableName(page).innerText();
      await dropFiles(page, files[kind]);
      // What is seen before belongs to the file that is left, and a new one begins on its first screen.
      await expect(tableName(page)).not.toHaveText(before);
      await expect(page.getByRole("main").getByRole(around[kind]).first()).toBeVisible();
      for (const screen of ["Data", "Prepare", "Compare", "Export", "Explore"] as const) {
        await goTo(page, screen);
        await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
        await expect(page.getByText(/^This screen (stopped working|could not be loaded)/)).toHaveCount(0);
      }
    }
  });
});

/** What the build has for the page, whatever part of it comes late; of catalogues those of the person's language. */
async function chunksOfPage(): Promise<string[]> {
  type Chunk = { file: string; imports?: string[]; dynamicImports?: string[] };
  const manifest = JSON.parse(await readFile("dist/.vite/manifest.json", "utf8")) as Record<string, Chunk>;
  const folders = await readdir("src/messages", { withFileTypes: true });
  const others = folders.flatMap((one) => (one.isDirectory() && one.name !== "en" ? [one.name] : []));
  const isOther = (name: string) =>
    others.some((language) => name.startsWith(`_${language}-`) || name.startsWith(`src/messages/${language}/`));
  const found = new Set<Chunk>();
  const follow = (chunk: Chunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const name of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])])
      if (!isOther(name)) follow(manifest[name]!);
  };
  follow(manifest["index.html"]!);
  return [...found].map(({ file }) => file);
}

async function fileOf(path: string) {
  return { name: basename(path), bytes: await readFile(path) };
}

test("a million rows are held back on a machine with little memory, with numbers", async ({ page }) => {
  await page.addInitScript(() => {
    const little = `Object.defineProperty(navigator, "deviceMemory", { get: () => 2 });`;
    // The worker, which plans with the memory, begins as a blob that imports the real file.
    window.Blob = class extends Blob {
      constructor(parts?: BlobPart[], options?: BlobPropertyBag) {
        const isWorker = options?.type === "text/javascript";
        super(isWorker ? [little, ...(parts ?? [])] : parts, options);
      }
    };
  });
  await start(page);
  await page.evaluate(() => {
    const block = `${"12,".repeat(39)}7\n`.repeat(10_000);
    const names = Array.from({ length: 40 }, (_, at) => `c${at}`).join(",");
    const transfer = new DataTransfer();
    transfer.items.add(new File([`${names}\n`, ...Array.from({ length: 100 }, () => block)], "million.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  const told = page.getByRole("region", { name: /million\.csv/ });
  await expect(told).toContainText(/1,00\d,\d{3}|1,000,000|99\d,\d{3}/);
  await expect(told).toContainText("500 MB");
  await expect(told.getByRole("button", { name: /sample/i })).toBeVisible();
  await told.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("region", { name: "Or open a sample" })).toBeVisible();
});
