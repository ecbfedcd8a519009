import type { Dialect } from "../../core/data/dialect";
import type { Note } from "../../core/data/note";
import { CellTable } from "./cell-table";
import { closedCells } from "./closed-cells";
import { isKnownCell, isValueCell } from "./known-cell";
import { cellSplitter, newlineOf } from "./split-cells";
import { declaredSeparator, withoutSeparatorLine } from "./text-chunks";

type Cut = Pick<Dialect, "delimiter" | "quote">;

/** One way to cut the first rows into cells, and how well it fits. */
interface Fit extends Cut {
  /** 0 to 1. */
  readonly score: number;
  /** The most frequent number of cells in a row. */
  readonly width: number;
  /** Share of the rows that have it. */
  readonly consistency: number;
}

export interface DelimiterGuess {
  readonly delimiter: {
    readonly value: string;
    readonly sure: boolean;
    readonly alternatives: readonly string[];
    readonly why: Note;
  };
  readonly quote: { readonly value: string; readonly sure: boolean; readonly why: Note };
}

const DELIMITERS_TRIED: readonly string[] = [",", ";", "\t", "|", " ", ":", "^"];
/** Blanks and colons also stand inside of values: they need more to be believed. */
const DELIMITER_WEIGHTS: Readonly<Record<string, number>> = { " ": 0.7, ":": 0.5, "^": 0.95 };
const MAX_LINES = 200;
const MAX_CHARACTERS = 400_000;
const MAX_CELLS = 20_000;
/** A runner-up this close means that the rows do not decide. */
const MAX_RATIO_OF_RUNNER_UP = 0.8;

/**
 * Guesses delimiter and quote by cutting the first rows in every way. The best way gives rows of
 * equal length whose cells look whole: consistency of the rows times the share of known cells, the
 * idea of van den Burg, Nazábal & Sutton 2019, "Wrangling messy CSV files by detecting row and type
 * patterns" (Data Mining and Knowledge Discovery 33). So `1,5;2,7` is cut at `;`.
 */
export function guessDelimiter(text: string, whole: boolean, fixed: Partial<Cut>): DelimiterGuess {
  const body = firstLines(withoutSeparatorLine(text));
  const isWhole = whole && body.length === text.length;
  const declared = fixed.delimiter === undefined ? declaredSeparator(text) : null;
  const delimiters = fixed.delimiter !== undefined ? [fixed.delimiter] : declared ? [declared] : DELIMITERS_TRIED;
  const quotes = fixed.quote !== undefined ? [fixed.quote] : quotesIn(body, delimiters);

  const table = new CellTable();
  const fits = delimiters.flatMap((delimiter) =>
    quotes.map((quote) => fitOf(body, isWhole, { delimiter, quote }, table)),
  );
  fits.sort((a, b) => b.score - a.score);
  const best = fits[0]!;
  const single = delimiters.length > 1 && (best.score < 0.05 || isOneColumn(body));
  const chosen: Fit = single ? { ...best, delimiter: ",", width: 1 } : best;
  const rivals = fits.filter((fit) => fit.delimiter !== chosen.delimiter && fit.score > 0);
  const rivalScore = rivals[0]?.score ?? 0;
  const alternatives = [...new Set([...rivals.map((fit) => fit.delimiter), ...DELIMITERS_TRIED])].filter(
    (other) => other !== chosen.delimiter,
  );
  return {
    delimiter: {
      value: chosen.delimiter,
      sure:
        declared !== null ||
        (single
          ? rivalScore < 0.05 || isOneColumn(body)
          : rivalScore < chosen.score * MAX_RATIO_OF_RUNNER_UP && chosen.consistency > 0.9),
      alternatives,
      why: reasonOf(chosen, single, declared !== null),
    },
    quote: quoteGuess(body, chosen, single),
  };
}

function reasonOf(fit: Fit, single: boolean, declared: boolean): Note {
  if (declared) return { code: "dialect.delimiter.declared" };
  if (single) return { code: "dialect.delimiter.single" };
  const values = { columns: fit.width, percent: Math.round(fit.consistency * 100) };
  return { code: fit.consistency === 1 ? "dialect.delimiter.consistent" : "dialect.delimiter.mostly", values };
}

function quoteGuess(body: string, fit: Fit, single: boolean): DelimiterGuess["quote"] {
  if (fit.quote === "") return { value: "", sure: false, why: { code: "dialect.quote.unbalanced" } };
  if (!body.includes(fit.quote)) return { value: fit.quote, sure: true, why: { code: "dialect.quote.unused" } };
  return { value: fit.quote, sure: !single || fit.quote === '"', why: { code: "dialect.quote.closing" } };
}

/** Quotes worth trying: single ones only where cells begin with them, none where double ones close no cell. */
function quotesIn(body: string, delimiters: readonly string[]): readonly string[] {
  if (closedCells(body, '"', delimiters) > 0) return ['"'];
  if (closedCells(body, "'", delimiters) > 1) return ['"', "'"];
  return /(?:^|[,;\t|])\s*"/m.test(body) ? ["", '"'] : ['"'];
}

function fitOf(body: string, whole: boolean, cut: Cut, table: CellTable): Fit {
  cellSplitter(cut, newlineOf(body))(body, whole, table);
  const counts = new Map<number, number>();
  let rows = 0;
  let cells = 0;
  let known = 0;
  let values = 0;
  for (let row = 0; row < table.rows; row++) {
    if (table.isBlank(row)) continue;
    rows++;
    const width = table.firsts[row + 1]! - table.firsts[row]!;
    counts.set(width, (counts.get(width) ?? 0) + 1);
    if (cells > MAX_CELLS) continue;
    for (const cell of table.row(row)) {
      const trimmed = cell.trim();
      cells++;
      if (isKnownCell(trimmed)) known++;
      if (isValueCell(trimmed)) values++;
    }
  }
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const consistency = rows === 0 ? 0 : count / rows;
  const believed = (cut.delimiter !== " " && cut.delimiter !== ":") || values > cells / 2;
  const score =
    rows === 0 || !believed
      ? 0
      : consistency ** 2 * (1 - 1 / width) * (known / cells) * (DELIMITER_WEIGHTS[cut.delimiter] ?? 1);
  return { ...cut, score, width, consistency };
}

/** Lines that are one value each, such as `2024-03-04 05:06:07`, are not to be cut at their blanks and colons. */
function isOneColumn(body: string): boolean {
  const lines = body
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(1, -1);
  const values = lines.filter(
    (line) => /[ :]/.test(line) && !/[,;\t|^]/.test(line) && isValueCell(line.trim()) && !/^\S+ \S+ \S+ \S/.test(line),
  );
  return values.length > 0 && values.length >= lines.length * 0.9;
}

function firstLines(text: string): string {
  const limit = Math.min(text.length, MAX_CHARACTERS);
  let end = 0;
  for (let lines = 0; lines < MAX_LINES; lines++) {
    const next = text.indexOf("\n", end);
    if (next < 0 || next > limit) return lines === 0 ? text : text.slice(0, Math.max(end, next < 0 ? limit : end));
    end = next + 1;
  }
  return text.slice(0, end);
}
