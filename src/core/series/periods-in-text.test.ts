import { expect, it } from "vitest";
import { periodsAsText, periodsIn } from "./periods-in-text";

const at = (text: string) => Date.parse(`${text}Z`);

it("reads a line each, with names above and words behind, and JSON of labelled windows", () => {
  const csv = 'from;to;why\n2024-01-02 10:00;2024-01-02 12:00;maintenance\n"2024-02-01","2024-02-03"\n';
  expect(periodsIn(csv)).toEqual({
    windows: [
      { from: at("2024-01-02T10:00"), to: at("2024-01-02T12:00") },
      { from: at("2024-02-01T00:00"), to: at("2024-02-03T00:00") },
    ],
    unread: 0,
  });
  expect(periodsIn('{"a.csv": [["2024-01-01", "2024-01-02"]]}')?.windows).toHaveLength(1);
  expect(periodsIn("start,end\n10,20\n30,25")?.windows).toEqual([
    { from: 10, to: 20 },
    { from: 25, to: 30 },
  ]);
});

it("counts lines that it cannot read, and refuses what holds none", () => {
  expect(periodsIn("2024-01-01,2024-01-02\nnonsense\n,")).toMatchObject({ unread: 2 });
  expect(periodsIn("amount,label\n")).toBeNull();
  expect(periodsIn("")).toBeNull();
  expect(periodsIn("x".repeat(1_000_000))).toBeNull();
});

it("reads again what it writes", () => {
  const windows = [
    { from: at("2024-01-02T10:00"), to: at("2024-01-02T12:00") },
    { from: at("2024-03-01T00:00"), to: at("2024-03-02T00:00"), isUtc: true },
  ];
  expect(periodsIn(periodsAsText(windows, true))?.windows).toEqual(windows);
});
