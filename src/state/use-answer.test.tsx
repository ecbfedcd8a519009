import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { useAnswer } from "./use-answer";

it("asks one question at a time, the newest next, and keeps the answer before", async () => {
  const open: { question: object; answer: (text: string) => void }[] = [];
  const ask = (question: object) => new Promise<string>((answer) => open.push({ question, answer }));
  const [first, second, third] = [{}, {}, {}];
  const { result, rerender } = renderHook(({ question }) => useAnswer(question, ask), {
    initialProps: { question: first },
  });
  rerender({ question: second });
  rerender({ question: third });
  expect(open).toHaveLength(1);
  await act(async () => open[0]?.answer("one"));
  expect(result.current).toMatchObject({ answer: "one", isStale: true });
  expect(open.map(({ question }) => question)).toEqual([first, third]);
  await act(async () => open[1]?.answer("three"));
  expect(result.current).toMatchObject({ answer: "three", isStale: false });
});

it("tells a failure, and asks again for another question", async () => {
  const ask = ({ fails }: { fails: boolean }) =>
    fails ? Promise.reject(new Error("broken")) : Promise.resolve("well");
  const { result, rerender } = renderHook(({ question }) => useAnswer(question, ask), {
    initialProps: { question: { fails: true } },
  });
  await waitFor(() => expect(result.current.failure).not.toBeNull());
  rerender({ question: { fails: false } });
  await waitFor(() => expect(result.current.answer).toBe("well"));
  expect(result.current.failure).toBeNull();
});
