import { describe, expect, it } from "vitest";
import { createInlineEngine } from "../../engine/inline";
import { findIn } from "./find-in";
import { verdictOf, type Verdict } from "./judge";
import { ordinaryKinds, strangeKinds } from "./kinds";
import type { Kind } from "./made-up-file";
import { madeUpFile } from "./write-file";

// All of them, and others at each call, by `npm test -- long`; `npm run bench:findings` tells which are wrong.
const times = Number(import.meta.env.VITE_RANDOM_RUNS ?? 1);
const isLong = times > 1;
/** Of the usual run: every so manieth kind, one file each. */
const EACH = 6;
const SEED = isLong ? 1 + (Date.now() % 100_000) : 11;
const FILES = isLong ? 4 : 1;
/** What must be right: nine of ten as they come, and a little less where few are drawn. */
const LEAST_RIGHT = isLong ? 0.88 : 0.8;
/** Findings an ordinary file may have on average where .2 false ones are expected. */
const MOST_FALSE = isLong ? 0.35 : 0.5;

const engine = createInlineEngine();

async function judged(kinds: readonly Kind[]) {
  const files = kinds
    .filter((_, at) => isLong || at % EACH === 0)
    .flatMap((kind) => Array.from({ length: FILES }, (_, at) => madeUpFile(kind, SEED + at)));
  const all: { readonly name: string; readonly verdict: Verdict; readonly count: number }[] = [];
  for (const file of files) {
    const found = await findIn(engine, file.text);
    all.push({ name: file.name, verdict: verdictOf(file, found), count: found.things.atFifth });
  }
  const wrong = all.filter(({ verdict }) => verdict !== "right").map(({ name, verdict }) => `${name}: ${verdict}`);
  const mean = all.reduce((sum, { count }) => sum + count, 0) / all.length;
  return { right: 1 - wrong.length / all.length, wrong: wrong.join("\n"), mean };
}

describe("files as they are opened, with nothing touched", () => {
  it("finds what was planted, and says why", async () => {
    const { right, wrong } = await judged(strangeKinds);
    expect(right, wrong).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });

  it("finds next to nothing where nothing was planted", async () => {
    const { right, mean, wrong } = await judged(ordinaryKinds);
    expect(right, wrong).toBeGreaterThanOrEqual(LEAST_RIGHT);
    expect(mean, wrong).toBeLessThanOrEqual(MOST_FALSE);
  });
});
