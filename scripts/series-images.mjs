// @ts-check
import "./require-node.mjs";
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { BROWSER_ARGS, findOrInstallBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { serve } from "./serve.mjs";

// Images of labelled series (`timestamp,value,label`) as they are when they have been opened, threshold at 5 % of the steps:
// node scripts/series-images.mjs DIR name ... makes docs/images/name.webp of DIR/name.csv.
const [folder, ...names] = process.argv.slice(2);
if (!folder || names.length === 0) {
  console.error("node scripts/series-images.mjs DIR name ...");
  process.exit(2);
}
const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureBuilt(root);
const site = await serve({ dir: join(root, "dist") });
const browser = await chromium.launch({ executablePath: findOrInstallBrowser(root), args: BROWSER_ARGS });
try {
  for (const name of names) {
    const image = await asWebp(await imageOf(resolve(folder, `${name}.csv`)));
    writeFileSync(join(root, "docs", "images", `${name}.webp`), image);
  }
} finally {
  await browser.close();
  await site.close();
}

/** @param {string} file */
async function imageOf(file) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-US", colorScheme: "light" });
  await page.goto(site.url, { waitUntil: "networkidle" });
  await page.locator("input[type=file]").first().setInputFiles(file);
  const found = page.getByRole("grid", { name: "Flagged stretches" }).getByRole("row").nth(1);
  await found.waitFor({ timeout: 120_000 });
  await page.getByRole("combobox", { name: "What the number means" }).click();
  await page.getByRole("option", { name: "% of the rows" }).click();
  await page.getByRole("textbox", { name: "% of the rows" }).fill("5");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Compare with the label" }).click();
  const verdict = page.getByText(/labelled ones found.*VUS-PR/);
  await verdict.waitFor({ timeout: 120_000 });
  await page.mouse.move(0, 0);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.waitForTimeout(1000); // The charts settle.
  console.log(`${file}: ${await verdict.innerText()}`);
  return page.screenshot();
}

/** @param {Buffer} png */
async function asWebp(png) {
  const page = await browser.newPage();
  const url = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.8);
  }, png.toString("base64"));
  return Buffer.from(url.split(",")[1] ?? "", "base64");
}
