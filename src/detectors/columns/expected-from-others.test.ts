import { expect, it } from "vitest";
import type { CategoryColumn, NumberColumn } from "../../core/data/column";
import { columnSamples } from "../../core/detect/column-samples";
import { defaultsOf } from "../../core/detect/param-schema";
import { normalDeviates, seededRandom } from "../../core/math/random";
import {
  expectProgress,
  expectRefusals,
  expectSameScores,
  expectScores,
  fitAndScore,
} from "../../testing/detector-checks";
import { testContext } from "../../testing/test-context";
import { expectedFromOthers } from "./expected-from-others";

const ROWS = 600;
const [TOO_LITTLE, TOO_MUCH] = [123, 456];

const number = (name: string, values: Float64Array): NumberColumn => ({ kind: "number", name, values });

/** A turbine: power by wind, cubed and cut at the top; twice as much at the second site. Two rows break with that. */
function turbines(rows = ROWS) {
  const random = seededRandom(7);
  const normal = normalDeviates(random);
  const wind = Float64Array.from({ length: rows }, () => 3 + 12 * random());
  const site = Int32Array.from({ length: rows }, (_, row) => row % 2);
  const power = wind.map((speed, row) => Math.min(speed, 11) ** 3 * (1 + site[row]!) * (1 + 0.03 * normal())); // a site each
  if (rows > TOO_MUCH) {
    [wind[TOO_LITTLE], power[TOO_LITTLE]] = [10, 300];
    [wind[TOO_MUCH], power[TOO_MUCH]] = [5, 900];
  }
  const place: CategoryColumn = { kind: "category", name: "site", codes: site, levels: ["north", "south"] };
  const columns = [
    number("wind", wind),
    place,
    number("power", power),
    number(
      "hour",
      wind.map(() => 24 * random()),
    ),
  ];
  const origin = Uint32Array.from(wind.keys());
  return columnSamples(
    columns,
    columns.map(() => "feature"),
    origin,
  );
}

const params = { ...defaultsOf(expectedFromOthers.params), column: "power" };
const strangest = (scores: Float64Array) => [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!); // a score each

it("finds what the other columns do not lead to, though it is usual by itself", async () => {
  const samples = turbines();
  const fitted = await fitAndScore(expectedFromOthers, samples, params);
  expectScores(fitted.scores, samples);
  expect(strangest(fitted.scores).slice(0, 2).sort()).toEqual([TOO_LITTLE, TOO_MUCH]);
  await expectSameScores(expectedFromOthers, samples, params, fitted);
});

it("looks to the side that a person wants", async () => {
  const samples = turbines();
  for (const [sides, row] of [
    ["above", TOO_MUCH],
    ["below", TOO_LITTLE],
  ] as const) {
    // prettier-ignore
    const { scores } = await fitAndScore(expectedFromOthers, samples, { ...params, sides });
    expect(strangest(scores)[0]).toBe(row);
    expect(scores[row === TOO_MUCH ? TOO_LITTLE : TOO_MUCH]).toBe(0);
  }
});

it("says what was expected, in the units of the column", async () => {
  const samples = turbines();
  const { model } = await fitAndScore(expectedFromOthers, samples, params);
  const [reason] = await expectedFromOthers.reasons!(model as never, samples, [TOO_MUCH], testContext()); // it gives reasons
  expect(reason?.features).toEqual([2]);
  // Row 456 is at the first site: 5 cubed.
  expect(reason?.expected).toBeGreaterThan(80);
  expect(reason?.expected).toBeLessThan(200);
  expect(reason?.note.values).toMatchObject({ column: "power", value: 900 });
});

it("does not let a row teach what is expected of itself", async () => {
  const samples = turbines();
  const { scores } = await fitAndScore(expectedFromOthers, samples, params);
  const middle = scores.toSorted()[ROWS / 2]!; // one of them
  expect(scores[TOO_MUCH]! / middle).toBeGreaterThan(10);
});

it("takes the number that the others tell most about where nobody says which", async () => {
  const notes: unknown[] = [];
  await expectedFromOthers.fit(turbines(), { column: "", sides: "both" }, { ...testContext(), note: (note) => notes.push(note) }); // prettier-ignore
  expect(notes).toContainEqual({ code: "expected.column", values: { column: expect.stringMatching(/wind|power/) as string } }); // prettier-ignore
});

it("tells that there is no such column, and calls nothing strange", async () => {
  const notes: unknown[] = [];
  const context = { ...testContext(), note: (note: unknown) => notes.push(note) };
  const model = await expectedFromOthers.fit(turbines(), { column: "gone", sides: "both" }, context);
  expect(notes).toContainEqual({ code: "expected.no-column", values: { column: "gone" } });
  expect(new Set(await expectedFromOthers.score(model, turbines(), testContext()))).toEqual(new Set([0]));
});

it("keeps to what binds every detector", async () => {
  await expectProgress(expectedFromOthers, turbines(), params);
  const none = columnSamples([], [], Uint32Array.of(0));
  await expectRefusals(expectedFromOthers, params, { rows: turbines(0), features: none });
  for (const rows of [1, 2, 7]) {
    const { scores } = await fitAndScore(expectedFromOthers, turbines(rows), params);
    expect([...scores].every(Number.isFinite)).toBe(true);
  }
});
