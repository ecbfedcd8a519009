import Papa from "papaparse";

export type Newline = "\n" | "\r";

export interface QuotedRows {
  readonly rows: readonly (readonly string[])[];
  /** Where the unfinished last row begins; the end of the text when there is none. */
  readonly cursor: number;
  /** Rows with a quote that stands where none may stand. */
  readonly oddRows: number;
  /** Whether the text ends inside of a quoted cell. */
  readonly open: boolean;
}

/** What papaparse answers; its types say any. */
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/** Repairs in one piece of text beyond which its quotes are no quotes. */
const MAX_REPAIRS = 200;

/** A parser of text with quoted cells: papaparse, and a second look at quotes that run over lines. */
export function quotedParser(
  delimiter: string,
  quote: string,
  newline: Newline,
): (text: string, isLast: boolean) => QuotedRows {
  const config =
    quote === "" ? { delimiter, newline, fastMode: true } : { delimiter, newline, quoteChar: quote, escapeChar: quote };
  const parser = new Papa.Parser(config);

  return (text, isLast) => {
    const parsed = parser.parse(text, 0, !isLast) as Parsed; // Its own type is any.
    const odd = new Set(parsed.errors.filter(isOdd).map((error) => error.row));
    const swallowing = [...odd].some((row) => parsed.data[row]?.some((cell) => cell.includes(newline)));
    if (swallowing) return repaired(text, isLast);
    if (isLast && text.endsWith(newline)) dropRowBehindEnd(parsed.data);
    const oddRows = [...odd].filter((row) => row < parsed.data.length).length;
    return {
      rows: parsed.data,
      cursor: Math.min(parsed.meta.cursor, text.length),
      oddRows,
      open: parsed.errors.some(isOpen),
    };
  };

  /**
   * A quote that opens a cell and then stands in its middle, such as `"AGENT" is a tool`, makes
   * papaparse take line after line into the cell until some quote fits. Where the first of these
   * lines alone has as many cells, the quote was an ordinary character: only that line is the row.
   */
  function repaired(text: string, isLast: boolean): QuotedRows {
    const rows: string[][] = [];
    let oddRows = 0;
    let repairs = 0;
    let cursor = 0;
    let open = false;
    let isRepaired = true;
    while (isRepaired && repairs < MAX_REPAIRS) {
      isRepaired = false;
      const from = cursor;
      const stepper = new Papa.Parser({
        ...config,
        step(result: Papa.ParseStepResult<string[][]>) {
          const row = result.data[0] ?? [];
          const isOddRow = result.errors.some(isOdd);
          if (isOddRow) oddRows++;
          if (isOddRow && row.some((cell) => cell.includes(newline))) {
            const line = lineAt(text, cursor);
            const cells = line.split(delimiter);
            if (cells.length === row.length) {
              rows.push(cells);
              cursor += line.length + newline.length;
              isRepaired = true;
              repairs++;
              stepper.abort();
              return;
            }
          }
          open ||= result.errors.some(isOpen);
          rows.push(row);
          cursor = from + result.meta.cursor;
        },
      } as Papa.ParseLocalConfig<string[][]>); // The types of the parser leave out its step.
      stepper.parse(text.slice(from), 0, !isLast);
    }
    if (isRepaired) {
      for (
        let end = text.indexOf(newline, cursor);
        end >= 0 || (isLast && cursor < text.length);
        end = text.indexOf(newline, cursor)
      ) {
        const line = lineAt(text, cursor);
        rows.push(line.split(delimiter));
        cursor += line.length + newline.length;
      }
    }
    cursor = Math.min(cursor, text.length);
    if (isLast && text.endsWith(newline)) dropRowBehindEnd(rows);
    return { rows, cursor, oddRows, open };
  }

  function lineAt(text: string, from: number): string {
    const end = text.indexOf(newline, from);
    return text.slice(from, end < 0 ? text.length : end);
  }
}

/** papaparse sees an empty row behind the last line break. */
function dropRowBehindEnd(rows: string[][]): void {
  const last = rows.at(-1);
  if (last?.length === 1 && last[0] === "") rows.pop();
}

function isOdd(error: { readonly code: string }): boolean {
  return error.code === "InvalidQuotes";
}

function isOpen(error: { readonly code: string }): boolean {
  return error.code === "MissingQuotes";
}
