import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { handClock } from "../testing/hand-clock";
import { ClockContext } from "./use-query";
import { useRowsQuery } from "./use-rows-query";

interface Props {
  readonly about: string | null;
  readonly rows: readonly number[];
}

/** A view of rows whose answers a test gives by hand; an answer names what it is about and its row. */
function viewing(first: Props, { batch, kept }: { batch?: number; kept?: number } = {}) {
  const clock = handClock();
  const open: { rows: readonly number[]; answer(): void; fail(error: unknown): void }[] = [];
  const gone: string[] = [];
  const ask = (about: string, rows: Uint32Array) =>
    new Promise<readonly string[]>((answer, fail) =>
      open.push({ rows: [...rows], answer: () => answer(Array.from(rows, (row) => `${about}${row}`)), fail }),
    );
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ClockContext value={clock}>{children}</ClockContext>
  );
  const options = {
    restMs: 40,
    letGo: (answer: string) => gone.push(answer),
    ...(batch && { batch }),
    ...(kept && { kept }),
  };
  const hook = renderHook(({ about, rows }: Props) => useRowsQuery(about, rows, ask, options), {
    initialProps: first,
    wrapper,
  });
  return {
    open,
    gone,
    known: (...rows: readonly number[]) => rows.map((row) => hook.result.current.of(row)),
    present: () => hook.result.current,
    look: (props: Props) => hook.rerender(props),
    rest: () => act(() => clock.pass(40)),
    answer: (at: number) => act(async () => open[at]?.answer()),
    fail: (at: number) => act(async () => open[at]?.fail(new Error("broken"))),
    unmount: hook.unmount,
  };
}

it("asks for the rows in view once the view rests, and for each row once", async () => {
  const { open, known, look, rest, answer, present } = viewing({ about: "a", rows: [1, 2] });
  look({ about: "a", rows: [2, 3] });
  expect(open).toHaveLength(0);
  rest();
  expect(present().isLoading).toBe(true);
  await answer(0);
  look({ about: "a", rows: [3, 4] });
  rest();
  await answer(1);
  expect(open.map(({ rows }) => rows)).toEqual([[2, 3], [4]]);
  expect(known(2, 3, 4)).toEqual(["a2", "a3", "a4"]);
  expect(present()).toMatchObject({ isLoading: false, failure: null });
});

it("asks batch after batch while the view stays, and shows each as it comes", async () => {
  const { open, known, look, rest, answer } = viewing({ about: "a", rows: [1, 2, 3, 4, 5] }, { batch: 2 });
  rest();
  await answer(0);
  expect(known(1, 2, 3)).toEqual(["a1", "a2", undefined]);
  // What is under way is awaited, and no more of it is asked for.
  look({ about: "a", rows: [8, 9] });
  rest();
  await answer(1);
  expect(open.map(({ rows }) => rows)).toEqual([
    [1, 2],
    [3, 4],
    [8, 9],
  ]);
});

it("never shows what is known of something else", async () => {
  const { known, look, rest, answer, gone } = viewing({ about: "a", rows: [1] });
  rest();
  await answer(0);
  const rows = [1];
  look({ about: "b", rows });
  expect(known(1)).toEqual([undefined]);
  expect(gone).toEqual(["a1"]);
  rest();
  await answer(1);
  expect(known(1)).toEqual(["b1"]);
});

it("tells why rows have no answer, and asks for them again when the view moves", async () => {
  const { known, look, rest, answer, fail, present } = viewing({ about: "a", rows: [1] });
  rest();
  await fail(0);
  expect(present()).toMatchObject({ isLoading: false, failure: { code: "unexpected" } });
  look({ about: "a", rows: [1, 2] });
  rest();
  await answer(1);
  expect(present().failure).toBeNull();
  expect(known(1, 2)).toEqual(["a1", "a2"]);
});

it("frees what it keeps no longer, but not what is in view", async () => {
  const { look, rest, answer, gone, unmount } = viewing({ about: "a", rows: [1, 2] }, { kept: 3 });
  rest();
  await answer(0);
  look({ about: "a", rows: [1, 3] });
  rest();
  await answer(1);
  look({ about: "a", rows: [1, 4] });
  rest();
  await answer(2);
  expect(gone).toEqual(["a2"]);
  unmount();
  expect(gone.toSorted()).toEqual(["a1", "a2", "a3", "a4"]);
});
