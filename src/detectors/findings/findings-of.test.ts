import { describe, expect, it } from "vitest";
import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { MatrixSamples } from "../../core/detect/samples";
import type { TestOutcome } from "../../core/detect/test-outcome";
import { matrixOf } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { findingsOf, type Member } from "./findings-of";

const note = (member: string): Note => ({ code: "finding.sampled", values: { rows: member, of: 1 } });

/** A member whose evidence of a row is the number in its own column. */
function reading(column: number, more: Partial<Member<MatrixSamples>> = {}): Member<MatrixSamples> {
  const id = `column-${column}`;
  return {
    id,
    version: 1,
    label: id,
    family: "findings",
    summary: "",
    blindTo: "",
    reference: "",
    prefers: { scale: "none", encode: "one-hot", why: { code: "finding.as-read" } },
    params: {},
    fit: async () => ({ column }),
    score: async () => new Float64Array(),
    test: async (_model, samples): Promise<TestOutcome> => ({
      kind: "tested",
      evidence: Float64Array.from({ length: samples.count }, (_, row) => samples.block(row, row + 1)[column]!),
    }),
    reasons: async (_model, _samples, which) =>
      which.map(() => ({ note: note(id), features: [column], expected: null })),
    ...more,
  };
}

async function heard(members: readonly Member<MatrixSamples>[], samples: MatrixSamples) {
  const joined = findingsOf({ members });
  const model = await joined.fit(samples, {}, testContext());
  return { joined, model, outcome: await joined.test(model, samples, testContext()) };
}

/** Rows of two numbers, 100 unless told. */
const rowsOf = (pair: (row: number) => readonly [number, number], count = 100) =>
  matrixOf(Array.from({ length: count }, (_, row) => pair(row)));

describe("members that are heard together", () => {
  it("gives a row the most evidence of any, less what it takes to have asked two", async () => {
    const samples = rowsOf((row) => [row === 3 ? 5 : 0, row === 8 ? 7 : 0.1]);
    const { joined, model, outcome } = await heard([reading(0), reading(1)], samples);
    if (outcome.kind !== "tested") throw new Error("silent");
    expect(outcome.evidence[3]).toBeCloseTo(5 - Math.log10(2), 6);
    expect(outcome.evidence[8]).toBeCloseTo(7 - Math.log10(2), 6);
    expect(outcome.evidence[4]).toBe(0);
    const reasons = await joined.reasons(model, samples, [8, 3, 4], testContext());
    expect(reasons.map(({ features }) => features)).toEqual([[1], [0], []]);
    expect(reasons[2]!.note.code).toBe("finding.nothing");
  });

  it("drops a member that alone calls more than a few rows strange, and tells", async () => {
    const samples = rowsOf((row) => [row === 3 ? 5 : 0, row % 10 === 0 ? 9 + row / 100 : 0]);
    const { outcome } = await heard([reading(0), reading(1)], samples);
    if (outcome.kind !== "tested") throw new Error("silent");
    expect([outcome.evidence[3], outcome.evidence[10]]).toEqual([5, 0]);
    expect(outcome.members).toEqual([
      { member: "column-0", said: "spoke", why: null },
      { member: "column-1", said: "dropped", why: { code: "finding.too-much", values: { count: 10 } } },
    ]);
  });

  it("counts neighbours of equal evidence as one thing", async () => {
    const samples = rowsOf((row) => [row >= 20 && row < 60 ? 8 : 0, 0]);
    const { outcome } = await heard([reading(0), reading(1)], samples);
    expect(outcome.members?.map(({ said }) => said)).toEqual(["spoke", "spoke"]);
  });

  it("counts a member that cannot learn as silent, and says why", async () => {
    const gaveUp = reading(1, { fit: () => Promise.reject(new Failure({ code: "no-rows" })) });
    const { outcome } = await heard(
      [reading(0), gaveUp],
      rowsOf(() => [0.5, 3]),
    );
    expect(outcome.members?.[1]).toEqual({
      member: "column-1",
      said: "silent",
      why: { code: "failures.no-rows.title", values: {} },
    });
    if (outcome.kind === "tested") expect(Math.max(...outcome.evidence)).toBe(0.5);
  });

  it("asks nobody of a few rows", async () => {
    const { outcome } = await heard(
      [reading(0)],
      rowsOf(() => [9, 9], 7),
    );
    expect(outcome.members).toEqual([
      { member: "column-0", said: "silent", why: { code: "finding.too-few", values: { count: 7 } } },
    ]);
  });

  it("hides no mistake of a member", async () => {
    const broken = reading(1, { fit: () => Promise.reject(new TypeError("no function")) });
    await expect(
      heard(
        [reading(0), broken],
        rowsOf(() => [0, 0]),
      ),
    ).rejects.toThrow(TypeError);
  });

  it("is silent where all of them are", async () => {
    const silent = reading(0, { test: async () => ({ kind: "silent", why: note("none") }) });
    const { outcome } = await heard(
      [silent],
      rowsOf(() => [9, 9]),
    );
    expect(outcome).toMatchObject({ kind: "silent", why: { code: "finding.nobody" } });
    expect(outcome.members).toEqual([{ member: "column-0", said: "silent", why: note("none") }]);
  });

  it("weighs what tests few things by how few they are", async () => {
    const ofTen = reading(0, {
      test: async (_model, { count }) => ({ kind: "tested", evidence: new Float64Array(count).fill(1), things: 10 }),
    });
    const { outcome } = await heard(
      [ofTen],
      rowsOf(() => [0, 0], 1000),
    );
    if (outcome.kind !== "tested") throw new Error("silent");
    expect(outcome.evidence[0]).toBeCloseTo(3, 9);
  });

  it("learns from some of the samples and says of all", async () => {
    const half = matrixOf(Array.from({ length: 50 }, () => [0, 0]));
    const samples = rowsOf((row) => [row === 90 ? 6 : 0, 0]);
    const joined = findingsOf({ members: [reading(0)], learnFrom: () => half });
    const model = await joined.fit(samples, {}, testContext());
    expect((await joined.score(model, samples, testContext()))[90]).toBe(6);
    expect((await joined.score(structuredClone(model), samples, testContext()))[90]).toBe(6);
  });

  it("asks about a few alone why they stand out where it was never asked about all", async () => {
    const samples = rowsOf((row) => [row === 90 ? 6 : 0, row === 70 ? 7 : 0]);
    const asked: number[] = [];
    const members = [0, 1].map((column) => {
      const member = reading(column);
      const test: typeof member.test = (model, all, context) => {
        asked.push(all.count);
        return member.test(model, all, context);
      };
      return { ...member, test };
    });
    const some = ({ block }: MatrixSamples, which: readonly number[]) =>
      matrixOf(which.map((row) => [...block(row, row + 1)]));
    const joined = findingsOf({ members, some, learnFrom: () => rowsOf(() => [0, 0]) });
    const model = await joined.fit(samples, {}, testContext());
    asked.length = 0;
    const reasons = await joined.reasons(model, samples, [70, 90, 3], testContext());
    expect(reasons.map(({ features }) => features)).toEqual([[1], [0], []]);
    expect(asked).toEqual([3, 3]);
  });
});
