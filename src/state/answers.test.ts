import { expect, it, vi } from "vitest";
import { createAnswers } from "./answers";

it("asks once for rows that are known or under way", async () => {
  const ask = vi.fn((rows: Uint32Array) => Promise.resolve([...rows].map((row) => row * 10)));
  const answers = createAnswers<number>();
  await Promise.all([answers.want([1, 2], ask), answers.want([2, 3], ask)]);
  await answers.want([1, 2, 3], ask);
  expect(ask.mock.calls.map(([rows]) => [...rows])).toEqual([[1, 2], [3]]);
  expect([1, 2, 3].map((row) => answers.get(row))).toEqual([10, 20, 30]);
});

it("asks again after a failure", async () => {
  const ask = vi
    .fn<(rows: Uint32Array) => Promise<readonly number[]>>()
    .mockRejectedValueOnce(new Error("gone"))
    .mockResolvedValueOnce([7]);
  const answers = createAnswers<number>();
  await expect(answers.want([1], ask)).rejects.toThrow("gone");
  expect(answers.get(1)).toBeUndefined();
  await answers.want([1], ask);
  expect(answers.get(1)).toBe(7);
});

it("keeps what was looked at last, and frees what it keeps no longer", async () => {
  const freed: number[] = [];
  const ask = (rows: Uint32Array) => Promise.resolve([...rows]);
  const answers = createAnswers<number>({ kept: 3, letGo: (answer) => freed.push(answer) });
  await answers.want([1, 2, 3], ask);
  answers.get(1);
  await answers.want([4], ask);
  expect(freed).toEqual([2]);
  expect([1, 2, 3, 4].map((row) => answers.get(row))).toEqual([1, undefined, 3, 4]);
  const late = answers.want([5], ask);
  answers.clear();
  await late;
  expect(freed.toSorted()).toEqual([1, 2, 3, 4, 5]);
  expect(answers.get(5)).toBeUndefined();
});
