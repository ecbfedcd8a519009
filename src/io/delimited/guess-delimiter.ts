import type { Note } from "../../core/data/note";
import type { Cut } from "./cell-marks";
import { CellTable } from "./cell-table";
import { isKnownCell, isValueCell } from "./known-cell";
import { quotedEdges } from "./quoted-edges";
import { cellSplitter, newlineOf } from "./split-cells";
import { declaredSeparator, withoutSeparatorLine } from "./text-chunks";

/** One way to cut the first rows into cells, and how well it fits. */
interface Fit extends Cut {
  /** 0 to 1. */
  readonly score: number;
  /** The most frequent number of cells in a row. */
  readonly width: number;
  /** Share of the rows that have it. */
  readonly consistency: number;
  /** Rows with quotes that do not pair, of these rows in which they are no quotes, and rows in which they are. */
  readonly odd: number;
  readonly plain: number;
  readonly quoted: number;
}

export interface DelimiterGuess {
  readonly delimiter: {
    readonly value: string;
    readonly sure: boolean;
    readonly alternatives: readonly string[];
    readonly why: Note;
  };
  readonly quote: { readonly value: string; readonly sure: boolean; readonly why: Note };
  readonly escape: { readonly value: Cut["escape"]; readonly sure: boolean; readonly why: Note };
}

const DELIMITERS_TRIED: readonly string[] = [",", ";", "\t", "|", " ", ":", "^"];
/** Blanks and colons also stand inside of values: they need more to be believed. */
const DELIMITER_WEIGHTS: Readonly<Record<string, number>> = { " ": 0.7, ":": 0.5, "^": 0.95 };
const MAX_LINES = 200;
const MAX_CHARACTERS = 400_000;
const MAX_CELLS = 20_000;
/** Quotes that do not pair speak a little against a way of cutting: less than rows of other lengths do. */
const WEIGHT_OF_ODD_QUOTES = 0.1;
/** A runner-up this close means that the rows do not decide. */
const MAX_RATIO_OF_RUNNER_UP = 0.8;

/**
 * Guesses delimiter, quote and escape by cutting the first rows in every way. The best way gives rows of
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
    quotes.flatMap((quote) =>
      (fixed.escape !== undefined ? [fixed.escape] : escapesIn(body, quote)).map((escape) =>
        fitOf(body, isWhole, { delimiter, quote, escape }, table),
      ),
    ),
  );
  fits.sort((a, b) => b.score - a.score);
  const best = fixed.quote === undefined ? plainIfUnpaired(fits[0]!, body, isWhole, table) : fits[0]!;
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
    escape: escapeGuess(body, chosen),
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

/** Quotes worth trying: single ones only where cells stand in them. */
function quotesIn(body: string, delimiters: readonly string[]): readonly string[] {
  return quotedEdges(body, "'", delimiters) > 1 ? ['"', "'"] : ['"'];
}

/** What may stand before a quote inside of quotes: another quote always, other marks where they do. */
function escapesIn(body: string, quote: string): readonly Cut["escape"][] {
  const others = (["\\", "\0"] as const).filter((mark) => quote !== "" && body.includes(mark + quote));
  return ["", ...others];
}

/** Quotes of which more fail to pair than pair are no quotes: inches, seconds of arc, nicknames. */
function plainIfUnpaired(best: Fit, body: string, whole: boolean, table: CellTable): Fit {
  if (best.plain <= best.quoted) return best;
  const plain = fitOf(body, whole, { ...best, quote: "" }, table);
  return plain.score >= best.score || plain.width === best.width ? plain : best;
}

function escapeGuess(body: string, { quote, escape, odd }: Fit): DelimiterGuess["escape"] {
  const sure = odd === 0;
  if (escape === "\\") return { value: escape, sure, why: { code: "dialect.escape.backslash" } };
  if (escape === "\0") return { value: escape, sure, why: { code: "dialect.escape.nul" } };
  const isDoubled = quote !== "" && body.includes(quote + quote);
  return { value: "", sure: true, why: { code: isDoubled ? "dialect.escape.doubled" : "dialect.escape.unused" } };
}

function fitOf(body: string, whole: boolean, cut: Cut, table: CellTable): Fit {
  const split = cellSplitter(cut, newlineOf(body))(body, whole, table);
  const { oddRows: odd, plainRows: plain, quotedRows: quoted } = split;
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
      : consistency ** 2 *
        (1 - 1 / width) *
        (known / cells) *
        (DELIMITER_WEIGHTS[cut.delimiter] ?? 1) *
        (1 - (WEIGHT_OF_ODD_QUOTES * odd) / Math.max(rows, odd));
  return { ...cut, score, width, consistency, odd, plain, quoted };
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
