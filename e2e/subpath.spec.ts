import { expect, test } from "./fixtures/app";
import { serve } from "../scripts/serve.mjs";

test("the build works in a folder of any static host", async ({ page }) => {
  const base = "/some/sub/path/";
  const site = await serve({ dir: "dist", base });
  try {
    const strays: string[] = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith("http") && !url.pathname.startsWith(base)) strays.push(url.pathname);
    });
    const failures: string[] = [];
    page.on("response", (response) => {
      if (response.status() >= 400) failures.push(`${String(response.status())} ${response.url()}`);
    });

    await page.goto(site.url);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await expect(page.locator("input[type=file]").first()).toBeAttached();
    await page.waitForLoadState("networkidle");

    expect(strays, "requests outside the folder").toEqual([]);
    expect(failures, "answers that are errors").toEqual([]);
  } finally {
    await site.close();
  }
});
