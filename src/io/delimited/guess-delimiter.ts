import type { Note } from "../../core/data/note";
import { alignedColumnsOf } from "./find-aligned";
import type { Cut } from "./cell-marks";
import { CellTable } from "./cell-table";
import { type DecimalCommas, decimalCommas } from "./decimal-commas";
import { drawnLineOf } from "./find-drawn";
import { fitOf, type Fit } from "./delimiter-fit";
import { isValueCell } from "./known-cell";
import { quotedEdges } from "./quoted-edges";
import { declaredSeparator, withoutSeparatorLine } from "./text-chunks";

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
const MAX_LINES = 200;
const MAX_CHARACTERS = 400_000;
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
  // A single line that is cut off has no more to it than one that is not.
  const isWhole = (whole && body.length === text.length) || !/[\r\n]/.test(body);
  const drawn = fixed.delimiter === undefined ? drawnLineOf(body) : null;
  if (drawn !== null) return drawnGuess(drawn, "drawn");
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
  const decimals = delimiters.length > 1 && best.delimiter === "," ? decimalCommas(body) : null;
  if (decimals?.isOneColumn) return oneColumnOf(decimals, body, best);
  const single = delimiters.length > 1 && (best.score < 0.05 || isOneColumn(body));
  const aligned = single && fixed.delimiter === undefined && !isOneColumn(body) ? alignedColumnsOf(body) : null;
  if (aligned !== null) return drawnGuess(aligned, "aligned");
  const chosen: Fit = single ? { ...best, delimiter: ",", width: 1 } : best;
  const rivals = fits.filter((fit) => fit.delimiter !== chosen.delimiter && fit.score > 0);
  const rivalScore = rivals[0]?.score ?? 0;
  // The whole line, where it may be one number.
  const first = decimals ? [";"] : [];
  const alternatives = [...new Set([...first, ...rivals.map((fit) => fit.delimiter), ...DELIMITERS_TRIED])].filter(
    (other) => other !== chosen.delimiter,
  );
  return {
    delimiter: {
      value: fixed.delimiter === undefined && !single ? withBlank(chosen, body, isWhole, table) : chosen.delimiter,
      sure:
        declared !== null ||
        (decimals === null &&
          (single
            ? rivalScore < 0.05 || isOneColumn(body)
            : rivalScore < chosen.score * MAX_RATIO_OF_RUNNER_UP && chosen.consistency > 0.9)),
      alternatives,
      why: reasonOf(chosen, single, declared !== null),
    },
    quote: quoteGuess(body, chosen, single),
    escape: escapeGuess(body, chosen),
  };
}

/** Columns as a line of dashes draws them, or would: quotes are characters there. */
function drawnGuess(line: string, how: "drawn" | "aligned"): DelimiterGuess {
  const why: Note = { code: `dialect.delimiter.${how}` };
  return {
    delimiter: { value: line, sure: how === "drawn", alternatives: DELIMITERS_TRIED, why },
    quote: { value: "", sure: true, why: { code: "dialect.quote.unused" } },
    escape: { value: "", sure: true, why: { code: "dialect.escape.unused" } },
  };
}

/** One column of numbers with decimal commas, which would be cut at them. */
function oneColumnOf({ sure }: DecimalCommas, body: string, best: Fit): DelimiterGuess {
  const delimiter = ";";
  const alternatives = DELIMITERS_TRIED.filter((other) => other !== delimiter);
  const one = { ...best, delimiter, width: 1 };
  return {
    delimiter: { value: delimiter, sure, alternatives, why: { code: "dialect.delimiter.decimal-commas" } },
    quote: quoteGuess(body, one, true),
    escape: escapeGuess(body, one),
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

/** A mark with a blank behind it, wherever it stands, is one mark: `1, x, 2.5`. */
function withBlank(fit: Fit, body: string, whole: boolean, table: CellTable): string {
  const delimiter = `${fit.delimiter} `;
  if (fit.width < 2 || ![", ", "; ", "| "].includes(delimiter) || !body.includes(delimiter)) return fit.delimiter;
  const { width, consistency } = fitOf(body, whole, { ...fit, delimiter }, table);
  return width === fit.width && consistency >= fit.consistency ? delimiter : fit.delimiter;
}

function escapeGuess(body: string, { quote, escape, odd }: Fit): DelimiterGuess["escape"] {
  const sure = odd === 0;
  if (escape === "\\") return { value: escape, sure, why: { code: "dialect.escape.backslash" } };
  if (escape === "\0") return { value: escape, sure, why: { code: "dialect.escape.nul" } };
  const isDoubled = quote !== "" && body.includes(quote + quote);
  return { value: "", sure: true, why: { code: isDoubled ? "dialect.escape.doubled" : "dialect.escape.unused" } };
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
    if (next < 0 || next > limit) return text.slice(0, lines === 0 || next < 0 ? limit : end);
    end = next + 1;
  }
  return text.slice(0, end);
}
