import { expect, it } from "vitest";
import { failureInfoOf } from "./failure-info";

it.each([
  ["Chromium", "Failed to fetch dynamically imported module: http://localhost:4173/assets/parts-Ckhd56Je.js"],
  ["Firefox", "error loading dynamically imported module: http://localhost:4173/assets/parts-Ckhd56Je.js"],
  ["WebKit", "Importing a module script failed."],
])("a script that cannot be fetched is told as that, not as a mistake of the app: %s", (_, message) => {
  expect(failureInfoOf(new TypeError(message)).code).toBe("part-missing");
});

it("any other error of a type is a mistake of the app", () => {
  expect(failureInfoOf(new TypeError("x is not a function")).code).toBe("unexpected");
});
