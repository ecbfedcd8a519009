import { expect, it } from "vitest";
import { pageStorage } from "../state/guarded-storage";
import { layoutStorage } from "./layout-storage";

it("hands on a layout, and nothing else that is kept in its place", () => {
  const storage = pageStorage();
  const layouts = layoutStorage(storage);
  const layout = JSON.stringify({ detectors: 20, scores: 55.5, why: 24.5 });
  layouts.setItem("a", layout);
  expect(layouts.getItem("a")).toBe(layout);
  for (const garbage of ["zzz{", "null", "[20, 80]", '{"a":"x"}', '{"a":-5,"b":105}', '{"a":1e9}', "{}", '{"a":20}']) {
    storage.setItem("a", garbage);
    expect(layouts.getItem("a")).toBeNull();
  }
  expect(layouts.getItem("b")).toBeNull();
});
