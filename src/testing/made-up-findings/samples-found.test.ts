import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { samples, type SampleId } from "../../features/load/samples";
import { createInlineEngine } from "../../engine/inline";
import { findIn } from "./find-in";

// Series take seconds each: `npm test -- long` opens them.
const isLong = Number(import.meta.env.VITE_RANDOM_RUNS ?? 1) > 1;

/** What the first screen finds of each sample, things that belong together counted once: at least so many, and of other rows at most. */
const known: readonly {
  readonly id: SampleId;
  readonly things: number;
  readonly others: number;
  readonly isLong?: true;
}[] = [
  { id: "bookings", things: 5, others: 4 },
  { id: "transfers", things: 1, others: 1 },
  { id: "access-log", things: 1, others: 10 },
  { id: "heartbeats", things: 6, others: 110, isLong: true },
  { id: "pump", things: 2, others: 10, isLong: true },
  // Holidays are found as well.
  { id: "consumption", things: 3, others: 90, isLong: true },
];

const engine = createInlineEngine();
const strangeWords = ["1", "198.51.100.23", "203.0.113.77"];

it.each(known.filter((one) => isLong || !one.isLong))(
  "finds what is hidden in $id, nothing touched",
  async (expected) => {
    const { file } = samples.find(({ id }) => id === expected.id)!; // each is a sample
    const bytes = readFileSync(`public/samples/${file}`);
    const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trimEnd();
    const lines = text.split("\n").slice(file.includes(".log") ? 0 : 1);
    const isStrange = (row: number) => strangeWords.includes(lines[row]?.split(file.includes(".log") ? " " : ",").at(file.includes(".log") ? 0 : -1) ?? ""); // prettier-ignore
    const found = await findIn(engine, text, 0);
    const right = found.rows.filter(isStrange).toSorted((one, other) => one - other);
    expect(right.filter((row, at) => at === 0 || row > right[at - 1]! + 20).length).toBeGreaterThanOrEqual(
      expected.things,
    );
    expect(found.rows.length - right.length).toBeLessThanOrEqual(expected.others);
  },
);
