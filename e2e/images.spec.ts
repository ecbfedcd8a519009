import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { unzipped, zipOf } from "../scripts/samples/zip.mjs";
import { expect, test } from "./fixtures/app";
import {
  clearCalls,
  dropFile,
  expectAccessible,
  expectNoSideways,
  flaggedCount,
  goTo,
  runsAsked,
  runsDone,
  segment,
  start,
  tableName,
} from "./fixtures/steps";

const SAMPLE = "public/samples/buttons.zip";

function facts(page: Page) {
  return page.getByRole("region", { name: "What was read" });
}

test("images, from one click to a zip of the flagged ones", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: "Wooden buttons, open this sample" }).click();
  await expect(tableName(page)).toHaveText("buttons.zip");
  await runsDone(page);
  await flaggedCount(page);

  await test.step("what was read is told", async () => {
    await goTo(page, "Data");
    await expect(facts(page)).toContainText("127 images. All of them are 128 x 128 pixels. 25 have a mask");
    await expect(facts(page).getByRole("row", { name: "train/good 72" })).toBeVisible();
    await expectAccessible(page, "what was read");
  });

  await test.step("how they are seen is shown before it is applied, and then undone", async () => {
    await goTo(page, "Prepare");
    await expect(page.getByRole("radio", { name: "The 72 images of these folders" })).toBeChecked();
    await clearCalls(page);
    await segment(page, "Colour", "Grey").click();
    const strip = page.getByRole("group", { name: /^Some images as they are/ });
    await expect(strip).toContainText("64 x 64 pixels, grey");
    await expect(strip).toHaveAttribute("aria-busy", "false");
    await expect.poll(() => drawnCanvases(page)).toBe(12);
    expect(await runsAsked(page)).toEqual([]);
    await expectAccessible(page, "images being prepared");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect.poll(() => runsAsked(page)).not.toEqual([]);
    await expect(page.getByRole("button", { name: "Apply" })).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("radio", { name: "Colour", exact: true })).toBeChecked();
  });

  await test.step("the flagged images are taken away with their maps and scores", async () => {
    await goTo(page, "Explore");
    await runsDone(page);
    const flagged = await flaggedCount(page);
    await page.getByRole("button", { name: "Compare with the label" }).click();
    await expect(page.getByText(/strongest place lies on the marked defect in .* of 25 images/)).toBeVisible();
    await goTo(page, "Export");
    const button = page.getByRole("button", { name: /^Download [\d,]+ images? as \.zip$/ });
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(download.suggestedFilename()).toBe("buttons-flagged.zip");
    const names = namesIn(await readFile(await download.path()));
    expect(names).toContain("scores.csv");
    const images = names.filter((name) => name.endsWith(".png"));
    expect(images.length).toBeGreaterThanOrEqual(flagged);
    await expectAccessible(page, "export of images");
  });
});

test("a folder is let go of, and opens as its images", async ({ page, context }, info) => {
  const folder = info.outputPath("buttons");
  for (const { path, bytes } of unzipped(await readFile(SAMPLE))) {
    const target = join(dirname(folder), path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  await writeFile(join(folder, "train", "good", "note.png"), "no image, but called one");
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
  await facts(page).getByText("1 file was left out").click();
  await expect(facts(page).getByText("train/good/note.png")).toBeVisible();
});

test("an archive is let go of; one without an image, or broken, leaves it open", async ({ page }) => {
  await start(page);
  await dropFile(page, "parts.zip", await readFile(SAMPLE));
  await expect(tableName(page)).toHaveText("parts.zip");
  await dropFile(page, "notes.zip", zipOf([{ path: "notes.pdf", bytes: Buffer.from("%PDF-1.7 nothing to see") }]));
  const panel = page.getByRole("region", { name: "No image could be read" });
  await expect(panel.getByText("notes.zip", { exact: true })).toBeVisible();
  await dropFile(page, "broken.zip", Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(400, 7)]));
  await expect(page.getByRole("region", { name: "The archive cannot be unpacked" })).toBeVisible();
  await page.getByRole("button", { name: "Keep working with parts.zip" }).click();
  await expect(tableName(page)).toHaveText("parts.zip");
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("images are opened and prepared by thumb", async ({ page }) => {
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

/** Canvases of the strip that hold something else than nothing. */
function drawnCanvases(page: Page): Promise<number> {
  return page.getByRole("group", { name: /^Some images as they are/ }).evaluate((strip) => {
    const isDrawn = (canvas: HTMLCanvasElement) =>
      canvas
        .getContext("2d")
        ?.getImageData(0, 0, canvas.width, canvas.height)
        .data.some((value) => value > 0);
    return [...strip.querySelectorAll("canvas")].filter(isDrawn).length;
  });
}

/** The names in the central directory of an archive. */
function namesIn(archive: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = archive.indexOf("PK\x01\x02"); at >= 0; at = archive.indexOf("PK\x01\x02", at + 46))
    names.push(archive.toString("utf8", at + 46, at + 46 + archive.readUInt16LE(at + 28)));
  return names;
}
