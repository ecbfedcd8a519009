import { expect, it } from "vitest";
import type { ColumnKind } from "../../core/data/column";
import type { Role } from "../../core/prepare/recipe";
import { cardOf } from "../../testing/open-screen";
import { column, recipe } from "../../testing/small-tables";
import { stillChannel } from "./still-channel";

const series = {
  kind: "series",
  time: 0,
  group: null,
  duplicates: "mean",
  fillUpTo: 5,
  window: null,
  stride: null,
  points: "covering",
} as const;
const channelOf = (wanted: number | null, role: Role, kind: ColumnKind) =>
  stillChannel(
    wanted,
    { columns: [cardOf("when", { kind: "time" }), cardOf("load", { kind })] },
    recipe([column(), column({ role })], { rowKind: series }),
  );

it("keeps a chosen channel only as long as its column is one", () => {
  expect(channelOf(1, "feature", "number")).toBe(1);
  expect(channelOf(1, "ignore", "number")).toBeNull();
  expect(channelOf(1, "feature", "category")).toBeNull();
  // There is no such column any more.
  expect(channelOf(7, "feature", "number")).toBeNull();
  expect(channelOf(null, "feature", "number")).toBeNull();
});
