import { expect, test } from "vitest";
import { layOut } from "./image-layout";

test("a square is run through like a field, and its last cells stay empty", () => {
  expect(layOut([4, 2, 0, 1, 3, 5, 6], "square")).toEqual({
    height: 3,
    width: 3,
    cells: [4, 2, 0, 5, 3, 1, 6, -1, -1],
  });
  expect(layOut([0, 1, 2, 3, 4], "square")).toEqual({ height: 2, width: 3, cells: [0, 1, 2, -1, 4, 3] });
  expect(layOut([0], "square")).toEqual({ height: 1, width: 1, cells: [0] });
});

test("a line is the order itself", () => {
  expect(layOut([2, 0, 1], "line")).toEqual({ height: 1, width: 3, cells: [2, 0, 1] });
});
