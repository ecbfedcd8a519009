import { bothOf, type Decoder, finite, listOf, oneOf, recordOf, text, wholeOf } from "./decoder";

/** What a person said of one row. */
export interface Mark {
  /** Tells the row by what it holds, never by where it stands. */
  readonly row: string;
  readonly verdict: "anomaly" | "not-anomaly" | "unsure";
  readonly note: string;
  readonly tags: readonly string[];
  /** Who said so; empty: not told. */
  readonly by: string;
  /** When, in epoch milliseconds. */
  readonly at: number;
}

const MAX_MARKS = 1_000_000;
const MAX_TAGS = 50;

/** A mark without its row or its verdict says nothing; the rest of it may be missing. */
const mark: Decoder<Mark> = bothOf(
  wholeOf<Pick<Mark, "row" | "verdict">>({
    row: text(200, (found) => found !== ""),
    verdict: oneOf(["anomaly", "not-anomaly", "unsure"]),
  }),
  recordOf<Omit<Mark, "row" | "verdict">>({
    note: [text(10_000), ""],
    tags: [listOf(text(200), MAX_TAGS), []],
    by: [text(200), ""],
    at: [finite(), 0],
  }),
);

export const decodeMarks = listOf(mark, MAX_MARKS);
