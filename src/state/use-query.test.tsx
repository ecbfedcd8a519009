import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { handClock } from "../testing/hand-clock";
import { ClockContext, useQuery, type QueryOptions } from "./use-query";

interface About {
  readonly row: number;
}

/** A hook whose questions a test answers by hand. */
function asking(first: About | null, options: QueryOptions<About, string> = {}) {
  const clock = handClock();
  const open: { about: About; signal: AbortSignal; answer(text: string): void; fail(error: unknown): void }[] = [];
  const ask = (about: About, signal: AbortSignal) =>
    new Promise<string>((answer, fail) => open.push({ about, signal, answer, fail }));
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ClockContext value={clock}>{children}</ClockContext>
  );
  const hook = renderHook(({ about }) => useQuery(about, ask, options), { initialProps: { about: first }, wrapper });
  return {
    open,
    present: () => hook.result.current,
    wonder: (about: About | null) => hook.rerender({ about }),
    pass: (ms: number) => act(() => clock.pass(ms)),
    answer: (at: number, text: string) => act(async () => open[at]?.answer(text)),
    fail: (at: number, error: unknown) => act(async () => open[at]?.fail(error)),
    unmount: hook.unmount,
  };
}

const nothing = { answer: null, question: null, isStale: false, failure: null };

describe("a question", () => {
  it("is loading until it is answered", async () => {
    const { present, answer } = asking({ row: 1 });
    expect(present()).toEqual({ ...nothing, isLoading: true });
    await answer(0, "one");
    expect(present()).toEqual({ ...nothing, answer: "one", question: { row: 1 }, isLoading: false });
  });

  it("is asked once, however often it is put in the same words", async () => {
    const { open, wonder, present, answer } = asking({ row: 1 });
    wonder({ row: 1 });
    await answer(0, "one");
    wonder({ row: 1 });
    expect(open).toHaveLength(1);
    expect(present().answer).toBe("one");
  });

  it("never shows the answer to another one as its own", async () => {
    const { wonder, present, answer } = asking({ row: 1 });
    await answer(0, "one");
    wonder({ row: 2 });
    expect(present()).toEqual({ ...nothing, isLoading: true });
  });

  it("is no question any more when there is none", async () => {
    const { wonder, present, answer } = asking({ row: 1 }, { keep: () => true });
    await answer(0, "one");
    wonder(null);
    expect(present()).toEqual({ ...nothing, isLoading: false });
  });

  it("rests before it is asked, from its newest form on", () => {
    const { open, wonder, pass } = asking({ row: 1 }, { restMs: 90 });
    pass(89);
    wonder({ row: 2 });
    pass(89);
    expect(open).toHaveLength(0);
    pass(1);
    expect(open.map(({ about }) => about)).toEqual([{ row: 2 }]);
  });

  it("rests as long as what changed in it takes", async () => {
    const restMs = (present: About, earlier: About | null) => (earlier && present.row > earlier.row ? 90 : 0);
    const { open, wonder, pass, answer } = asking({ row: 1 }, { restMs });
    expect(open).toHaveLength(1);
    await answer(0, "one");
    wonder({ row: 2 });
    pass(89);
    expect(open).toHaveLength(1);
    pass(1);
    expect(open).toHaveLength(2);
  });

  it("is not asked when its screen is gone before it has rested", () => {
    const { open, unmount, pass } = asking({ row: 1 }, { restMs: 90 });
    unmount();
    pass(90);
    expect(open).toHaveLength(0);
  });
});

describe("questions one after the other", () => {
  it("are asked one at a time, the newest next", async () => {
    const { open, wonder, present, answer } = asking({ row: 1 }, { keep: () => true });
    wonder({ row: 2 });
    wonder({ row: 3 });
    expect(open.map(({ about, signal }) => [about.row, signal.aborted])).toEqual([[1, true]]);
    await answer(0, "one");
    expect(present()).toEqual({ ...nothing, answer: "one", question: { row: 1 }, isLoading: true, isStale: true });
    expect(open.map(({ about }) => about.row)).toEqual([1, 3]);
    await answer(1, "three");
    expect(present()).toMatchObject({ answer: "three", question: { row: 3 }, isLoading: false, isStale: false });
  });

  it("keep the earlier answer only where it may stand", async () => {
    const { wonder, present, answer } = asking({ row: 1 }, { keep: (earlier, now) => now.row === earlier.row + 1 });
    await answer(0, "one");
    wonder({ row: 2 });
    expect(present()).toMatchObject({ answer: "one", isStale: true, isLoading: true });
    wonder({ row: 3 });
    expect(present()).toMatchObject({ answer: null, isStale: false, isLoading: true });
  });

  it("let go of each answer that is shown no longer, and of one that comes too late", async () => {
    const gone: string[] = [];
    const { wonder, answer, unmount } = asking({ row: 1 }, { letGo: (text) => gone.push(text) });
    await answer(0, "one");
    wonder({ row: 2 });
    await answer(1, "two");
    expect(gone).toEqual(["one"]);
    wonder({ row: 3 });
    unmount();
    expect(gone).toEqual(["one", "two"]);
    await answer(2, "three");
    expect(gone).toEqual(["one", "two", "three"]);
  });
});

describe("what cannot be answered", () => {
  it("says why, and is asked again in another form", async () => {
    const { wonder, present, answer, fail } = asking({ row: 1 });
    await fail(0, new Error("broken"));
    expect(present()).toMatchObject({ answer: null, isLoading: false, failure: { code: "unexpected" } });
    wonder({ row: 2 });
    expect(present()).toMatchObject({ isLoading: true, failure: null });
    await answer(1, "well");
    expect(present()).toMatchObject({ answer: "well", failure: null });
  });

  it("says that memory ran out", async () => {
    const { present, fail } = asking({ row: 1 });
    await fail(0, new RangeError("Array buffer allocation failed"));
    expect(present().failure).toMatchObject({ code: "out-of-memory" });
  });

  it("says nothing of a question that nobody asks any more", async () => {
    const { wonder, present, fail, answer } = asking({ row: 1 });
    wonder({ row: 2 });
    await fail(0, new Error("of the first"));
    expect(present()).toEqual({ ...nothing, isLoading: true });
    await answer(1, "two");
    expect(present()).toMatchObject({ answer: "two", failure: null });
  });

  it("drops the earlier answer", async () => {
    const { wonder, present, answer, fail } = asking({ row: 1 }, { keep: () => true });
    await answer(0, "one");
    wonder({ row: 2 });
    await fail(1, new Error("broken"));
    expect(present()).toMatchObject({ answer: null, question: null, isStale: false, failure: { code: "unexpected" } });
  });
});
