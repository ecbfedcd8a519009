import { expect, test } from "./fixtures/app";
import { expectAccessible, flaggedCount, goTo, segment, showRanking, start, whyPanel } from "./fixtures/steps";

test("a log of events: its strangest sequences, token by token", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: "Storage log, open this sample" }).click();
  const sequences = page.getByRole("listbox", { name: "Sequences, the strangest first" });

  await test.step("it is read as events, and the strangest sequence is open", async () => {
    await expect(page.getByText(/^Read as event sequences: each row is one of \d+ values of event/)).toBeVisible();
    await showRanking(page, "n-gram surprise");
    await expect.poll(() => flaggedCount(page)).toBeGreaterThan(0);
    const tokens = page.getByRole("listbox", { name: /^Sequence b\d+$/ });
    await expect(tokens.getByRole("option", { name: /, flagged, / }).first()).toBeVisible();
    await expectAccessible(page, "events");
  });

  await test.step("a token says what was expected there", async () => {
    const token = page
      .getByRole("listbox", { name: /^Sequence b\d+$/ })
      .getByRole("option", { name: /, flagged/ })
      .first();
    await token.click();
    await expect(token).toHaveAttribute("aria-selected", "true");
    await expect(whyPanel(page).getByText(/E\d+/).first()).toBeVisible();
  });

  await test.step("the next sequence is a key away", async () => {
    const opened = await page.getByRole("figure", { name: /^Sequence b\d+$/ }).getAttribute("aria-labelledby");
    await sequences.press("ArrowDown");
    await expect(page.getByRole("figure", { name: /^Sequence b\d+$/ })).not.toHaveAttribute(
      "aria-labelledby",
      opened ?? "",
    );
  });

  await test.step("the vocabulary and the lengths are told, and whole sequences can be scored", async () => {
    await goTo(page, "Prepare");
    await expect(
      page
        .getByRole("region", { name: "The symbols" })
        .getByRole("row", { name: /^E\d+ / })
        .first(),
    ).toBeVisible();
    await expect(page.getByRole("figure", { name: /^Lengths of the sequences/ })).toBeVisible();
    await expectAccessible(page, "the settings of events");
    await segment(page, "What is scored", "Each sequence").click();
    await goTo(page, "Explore");
    await expect(sequences).toBeVisible();
  });
});
