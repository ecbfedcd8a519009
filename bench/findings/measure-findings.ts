import type { Note } from "../../src/core/data/note";
import { createInlineEngine } from "../../src/engine/inline";
import { findIn, type FoundInFile } from "../../src/testing/made-up-findings/find-in";
import { verdictOf, type Verdict } from "../../src/testing/made-up-findings/judge";
import { ordinaryKinds, strangeKinds } from "../../src/testing/made-up-findings/kinds";
import { madeUpFile } from "../../src/testing/made-up-findings/write-file";

/** What was found in one file. */
export interface Measured {
  readonly rows: number;
  readonly readAs: string;
  readonly found: number;
  readonly first: readonly Note[];
  readonly dropped: readonly Note[];
  readonly seconds: number;
}

export interface MeasuredKind extends Measured {
  readonly kind: string;
  readonly seed: number;
  readonly isOrdinary: boolean;
  readonly verdict: Verdict | "failed";
  /** Findings, what belongs together counted once, where .2 and 2 false ones are expected. */
  readonly things: { readonly atFifth: number; readonly atTwo: number };
  readonly planted: string;
  readonly foundRows: readonly number[];
}

const FIRST_SENTENCES = 3;
const ROWS_KEPT = 12;

const engine = createInlineEngine();

/** The names of all kinds of made-up files. */
export function kindNames(): string[] {
  return [...strangeKinds, ...ordinaryKinds].map(({ name }) => name);
}

/** Draws a file of a kind, opens it as told nothing, and holds what was found against what was planted. */
export async function measureKind(name: string, seed: number): Promise<MeasuredKind> {
  const kind = [...strangeKinds, ...ordinaryKinds].find((one) => one.name === name);
  if (!kind) throw new Error(`No kind is called ${name}.`);
  const file = madeUpFile(kind, seed);
  const planted = file.planted.parts.map((part) => (part.length > 2 ? `${part[0]}..${part.at(-1)}` : part.join(",")));
  const about = { kind: name, seed, isOrdinary: planted.length === 0, planted: planted.join(" ") };
  const found = await findIn(engine, file.text).catch((error: unknown) => String(error));
  if (typeof found === "string") {
    const nothing = { rows: file.rows, readAs: found, found: 0, first: [], dropped: [], seconds: 0 };
    return { ...about, ...nothing, verdict: "failed", things: { atFifth: 0, atTwo: 0 }, foundRows: [] };
  }
  return {
    ...about,
    ...measuredOf(found),
    verdict: verdictOf(file, found),
    things: found.things,
    foundRows: found.rows.slice(0, ROWS_KEPT),
  };
}

/** What is found in a file of whatever format; the reason where it could not be opened. */
export async function measureFile(bytes: Uint8Array<ArrayBuffer>): Promise<Measured | string> {
  try {
    return measuredOf(await findIn(engine, bytes, ROWS_KEPT));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function measuredOf(found: FoundInFile): Measured {
  return {
    rows: found.count,
    readAs: found.rowKind,
    found: found.rows.length,
    first: found.sentences.filter((one) => one !== null).slice(0, FIRST_SENTENCES),
    dropped: found.members.flatMap(({ member, said, why }) => (said === "dropped" && why ? [{ ...why, values: { ...why.values, member } }] : [])), // prettier-ignore
    seconds: found.seconds,
  };
}
