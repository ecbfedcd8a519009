import { describe, expect, it } from "vitest";
import { changed, historyOf, redone, settled, undone } from "./history";

describe("history", () => {
  it("undoes and redoes step by step", () => {
    const both = changed(changed(historyOf(0), 1), 2);
    expect(undone(both).present).toBe(1);
    expect(undone(undone(both)).present).toBe(0);
    expect(redone(undone(both)).present).toBe(2);
  });

  it("has nothing to undo at its start and nothing to redo at its end", () => {
    const start = historyOf("a");
    expect(undone(start)).toBe(start);
    expect(redone(start)).toBe(start);
  });

  it("merges a drag into one step, and starts a new one after it settled", () => {
    const dragged = changed(changed(changed(historyOf(0), 1, "threshold"), 2, "threshold"), 3, "threshold");
    expect(undone(dragged).present).toBe(0);
    const again = changed(settled(dragged), 4, "threshold");
    expect(undone(again).present).toBe(3);
  });

  it("keeps changes with different tags apart", () => {
    const history = changed(changed(historyOf(0), 1, "threshold"), 2, "seed");
    expect(undone(history).present).toBe(1);
  });

  it("forgets what was undone once something else is chosen", () => {
    const history = changed(undone(changed(historyOf(0), 1)), 5);
    expect(redone(history)).toBe(history);
  });

  it("keeps a hundred steps", () => {
    let history = historyOf(0);
    for (let i = 1; i <= 150; i++) history = changed(history, i);
    for (let i = 0; i < 150; i++) history = undone(history);
    expect(history.present).toBe(50);
  });
});
