import { describe, expect, it } from "vitest";
import { orderAmong, provenOrder } from "./date-order";

describe("provenOrder", () => {
  it.each([
    ["25/03/2024", "day-first"],
    ["3/25/24 5:06 PM", "month-first"],
    ["[25.03.2024", "day-first"],
    ["03/04/2024", null],
    ["2024-25-03", null],
    ["25/26/2024", null],
    ["25/03", null],
    ["25/03-2024", null],
    ["", null],
  ])("of %j is %j", (cell, order) => expect(provenOrder(cell, 0, cell.length)).toBe(order));

  it("of a column is what none of its cells contradicts", () => {
    expect(orderAmong(["01/02/2024", "01/13/2024"])).toBe("month-first");
    expect(orderAmong(["13/02/2024", "01/13/2024"])).toBeNull();
    expect(orderAmong(["x"])).toBeNull();
  });
});
