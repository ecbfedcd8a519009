import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures/app";
import { exported, flaggedCount, rowAt, runsAsked, runsDone, start, tableName, whyPanel } from "./fixtures/steps";

test("the whole job with the keyboard alone", async ({ page }) => {
  await start(page);
  const { keyboard } = page;

  await test.step("the first stop leads past the header", async () => {
    await keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("a sample is opened by Enter", async () => {
    await tabTo(page, page.getByRole("button", { name: "Thyroid tests, open this sample" }));
    await keyboard.press("Enter");
    await expect(tableName(page)).toHaveText("thyroid.csv");
    await flaggedCount(page);
    await runsDone(page);
  });

  await test.step("what stands out is shown, and any detector is some arrows away", async () => {
    await tabTo(page, page.getByRole("radio", { name: "Findings", exact: true }));
    await keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: "Isolation forest", exact: true })).toBeChecked();
  });

  await test.step("J and K go through the flagged rows", async () => {
    const heading = whyPanel(page).getByRole("heading", { name: /^Row / });
    await keyboard.press("j");
    await expect(heading).toBeVisible();
    const first = await heading.innerText();
    await keyboard.press("j");
    await expect(heading).not.toHaveText(first);
    await keyboard.press("k");
    await expect(heading).toHaveText(first);
    await expect(
      whyPanel(page)
        .getByRole("img", { name: /^TSH|^[\w .]+ [\d.]+ %/ })
        .first(),
    ).toBeVisible();
  });

  await test.step("[ and ] move the threshold, S puts it back", async () => {
    const before = await flaggedCount(page);
    await keyboard.press("[");
    await expect.poll(() => flaggedCount(page)).toBeLessThan(before);
    await keyboard.press("]");
    await expect.poll(() => flaggedCount(page)).toBe(before);
    await keyboard.press("Shift+BracketRight");
    await expect.poll(() => flaggedCount(page)).toBeGreaterThanOrEqual(before + 37);
    await keyboard.press("s");
    await expect.poll(() => flaggedCount(page)).toBe(before);
  });

  await test.step("the line on the chart is a slider", async () => {
    const before = await flaggedCount(page);
    await tabTo(page, page.getByRole("radio", { name: "None", exact: true }));
    await keyboard.press("ArrowRight");
    const line = page
      .getByRole("region", { name: "Where strange begins" })
      .getByRole("slider", { name: "Threshold: rows at or above it are flagged" });
    await tabBackTo(page, line);
    await keyboard.press("ArrowRight");
    await expect.poll(() => flaggedCount(page)).toBeLessThan(before);
    await keyboard.press("Control+z");
    await expect.poll(() => flaggedCount(page)).toBe(before);
  });

  await test.step("arrows walk through the table", async () => {
    await tabTo(page, page.getByRole("grid", { name: "Rows of the table" }));
    await keyboard.press("Home");
    const second = rowAt(page.getByRole("grid"), 2);
    await keyboard.press("ArrowDown");
    await expect(second).toHaveAttribute("aria-selected", "true");
  });

  await test.step("a setting is typed, and undone", async () => {
    await tabBackTo(page, page.getByRole("textbox", { name: "Trees" }));
    await keyboard.press("Control+a");
    await keyboard.type("30");
    await keyboard.press("Enter");
    await expect.poll(async () => (await runsAsked(page)).filter((id) => id === "isolation-forest")).toHaveLength(2);
    await runsDone(page);
    await keyboard.press("Tab");
    await page.getByRole("slider", { name: "Trees, slider" }).press("Control+z");
    await expect(page.getByRole("textbox", { name: "Trees" })).toHaveValue("100");
  });

  await test.step("the palette knows every action", async () => {
    await keyboard.press("Control+k");
    await expect(page.getByRole("textbox", { name: "What do you want to do?" })).toBeFocused();
    await keyboard.type("prep");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Prepare the columns" })).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await keyboard.press("3");
    await expect(page.getByRole("grid")).toBeVisible();
  });

  await test.step("E leads to the export, Enter takes the rows away", async () => {
    const count = await flaggedCount(page);
    await keyboard.press("e");
    const button = page.getByRole("button", { name: /^Download [\d,]+ rows?$/ });
    await tabTo(page, button);
    const { rows } = await exported(page, button, () => keyboard.press("Enter"));
    expect(rows).toHaveLength(count);
  });
});

const LONGEST_WAY = 90;

/** Presses Tab until `goal` has the focus, and sees that each stop on the way can be seen. */
async function tabTo(page: Page, goal: Locator, key = "Tab"): Promise<void> {
  for (let stop = 0; stop < LONGEST_WAY; stop++) {
    await page.keyboard.press(key);
    const unseen = await page.evaluate(unmarkedFocus);
    expect(unseen, "has the focus, and nothing shows it").toBeNull();
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${LONGEST_WAY} stops did not lead to ${String(goal)}`);
}

async function tabBackTo(page: Page, goal: Locator): Promise<void> {
  await tabTo(page, goal, "Shift+Tab");
}

/** The element with the focus, if neither it nor what stands for it is marked in any way; else null. */
function unmarkedFocus(): string | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused.id === "main") return null;
  // An input that is itself invisible is marked by its label or by what is drawn in its place.
  const stands = [focused, focused.parentElement, focused.nextElementSibling, ...focused.children];
  const marked = stands.some((element) =>
    [null, "::before", "::after"].some((part) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(element, part);
      // A bar between two panes lights up as a whole.
      const isLit = element.role === "separator" && backgroundColor !== "rgba(0, 0, 0, 0)";
      return isLit || (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    }),
  );
  let around = focused.parentElement;
  for (let level = 0; around && level < 4; level++, around = around.parentElement)
    if (getComputedStyle(around).outlineStyle !== "none") return null;
  const isField = focused.matches("input:not([type=radio], [type=checkbox], [type=file]), textarea, select");
  return marked || isField ? null : focused.outerHTML.slice(0, 200);
}
