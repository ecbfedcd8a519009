import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { unzipped, zipOf } from "../scripts/samples/zip.mjs";
import { expect, test } from "./fixtures/app";
import { dropFile, expectNoSideways, goTo, segment, start, tableName } from "./fixtures/steps";

const SAMPLE = "public/samples/buttons.zip";

function facts(page: Page) {
  return page.getByRole("region", { name: "What was read" });
}

test("a folder is let go of, and opens as its pictures", async ({ page, context }, info) => {
  const folder = info.outputPath("buttons");
  for (const { path, bytes } of unzipped(await readFile(SAMPLE))) {
    const target = join(dirname(folder), path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  await writeFile(join(folder, "train", "good", "note.png"), "no picture, but called one");
  await start(page);
  const devtools = await context.newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await devtools.send("Input.dispatchDragEvent", {
      type,
      x: 700,
      y: 700,
      data: { items: [], files: [folder], dragOperationsMask: 1 },
    });
  await expect(tableName(page)).toHaveText("buttons");
  await goTo(page, "Data");
  await expect(facts(page).getByRole("row", { name: "test/bad 25" })).toBeVisible();
  await facts(page).getByText("1 file is not among them").click();
  await expect(facts(page).getByText("train/good/note.png")).toBeVisible();
});

test("an archive is let go of; one without a picture, or broken, leaves it open", async ({ page }) => {
  await start(page);
  await dropFile(page, "parts.zip", await readFile(SAMPLE));
  await expect(tableName(page)).toHaveText("parts.zip");
  await dropFile(page, "notes.zip", zipOf([{ path: "notes.txt", bytes: Buffer.from("nothing to see") }]));
  const panel = page.getByRole("region", { name: "No picture could be read" });
  await expect(panel.getByText("notes.zip", { exact: true })).toBeVisible();
  await dropFile(page, "broken.zip", Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(400, 7)]));
  await expect(page.getByRole("region", { name: "The archive cannot be unpacked" })).toBeVisible();
  await page.getByRole("button", { name: "Keep working with parts.zip" }).click();
  await expect(tableName(page)).toHaveText("parts.zip");
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("pictures are opened and prepared by thumb", async ({ page }) => {
    await start(page);
    await page.getByRole("button", { name: "Wooden buttons, open this sample" }).tap();
    await expect(tableName(page)).toHaveText("buttons.zip");
    for (const screen of ["Data", "Prepare"] as const) {
      await goTo(page, screen);
      await expectNoSideways(page, screen);
    }
    await segment(page, "Colour", "Grey").tap();
    await expectNoSideways(page, "changes not applied");
    await page.getByRole("button", { name: "Apply" }).tap();
    await expect(page.getByRole("button", { name: "Apply" })).toHaveCount(0);
  });
});
