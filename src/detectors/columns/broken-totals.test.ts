import { expect, it } from "vitest";
import { columnSamples } from "../../core/detect/column-samples";
import { numbers } from "../../testing/small-tables";
import { brokenTotals } from "./broken-totals";

it("tells a total that does not add up once, though the shares of its parts break in the same row", async () => {
  const net = Array.from({ length: 200 }, (_, at) => 100 + ((at * 7919) % 9000) / 100);
  const tax = net.map((one) => Math.round(19 * one) / 100);
  const gross = net.map((one, at) => Math.round(100 * (one + (tax[at] ?? 0))) / 100 + (at === 17 ? 100 : 0));
  const columns = [numbers("net", ...net), numbers("tax", ...tax), numbers("gross", ...gross)];
  const samples = columnSamples(
    columns,
    columns.map(() => "feature"),
    Uint32Array.from(net.keys()),
  );
  const checks = await brokenTotals(samples, () => Promise.resolve());
  expect(checks.map(({ note, rows }) => [note.code, note.values?.["column"], [...rows]])).toEqual([
    ["check.not-sum", "gross", [17]],
  ]);
});
