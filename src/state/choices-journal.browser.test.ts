import { expect, it } from "vitest";
import { choicesJournal } from "./choices-journal";

it("has what was noted last when the page is opened again, and forgets it", async () => {
  const first = choicesJournal();
  const noted = { savedAt: 5, project: `{"seed":3}`, dataset: "d" };
  first.note("w", { ...noted, savedAt: 4 });
  first.note("w", noted);
  expect(await first.noted("w")).toEqual(noted);
  const later = choicesJournal();
  expect(await later.noted("w")).toEqual(noted);
  later.forget("w");
  expect(await later.noted("w")).toBeNull();
  later.note("v", noted);
  later.forget(null);
  expect(await later.noted("v")).toBeNull();
});
