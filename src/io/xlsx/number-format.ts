/** What the number in a cell stands for, by how the cell shows it. */
export type Shown =
  | { readonly as: "number" | "percent" | "date" | "time" | "duration" }
  /** A code of so many digits, zeros in front. */
  | { readonly as: "padded"; readonly digits: number };

const PLAIN_NUMBER: Shown = { as: "number" };

/** Formats that a file need not spell out, by their number. */
const BUILT_IN: Readonly<Record<number, Shown["as"]>> = {
  9: "percent",
  10: "percent",
  ...allOf([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58], "date"),
  ...allOf([18, 19, 20, 21, 32, 33, 55, 56], "time"),
  ...allOf([45, 46, 47], "duration"),
};

/** What a format means: by its code where the file has one, else by its number. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code !== undefined) return shownByCode(code);
  const as = BUILT_IN[id];
  return as && as !== "padded" ? { as } : PLAIN_NUMBER;
}

/**
 * What a format such as `dd.mm.yyyy`, `[h]:mm`, `0.0 %` or `00000` means. Of the sections of a format, for positive,
 * negative and other values, the first one speaks.
 */
function shownByCode(code: string): Shown {
  const { letters, elapsed } = bare(code);
  if (elapsed) return { as: "duration" };
  const text = letters.toLowerCase();
  if (text.includes("general") || text.includes("@")) return PLAIN_NUMBER;
  const hasHour = text.includes("h");
  const hasSecond = text.includes("s");
  if (/[yd]|mmm/.test(text) || (text.includes("m") && !hasHour && !hasSecond)) return { as: "date" };
  if (hasHour) return { as: "time" };
  // Minutes and seconds without an hour can only say how long.
  if (hasSecond) return { as: "duration" };
  if (text.includes("%")) return { as: "percent" };
  return /^0{2,}$/.test(text.trim()) ? { as: "padded", digits: text.trim().length } : PLAIN_NUMBER;
}

/** The first section of a format without what it shows word for word, colours, conditions and places of currencies. */
function bare(code: string): { readonly letters: string; readonly elapsed: boolean } {
  let letters = "";
  let elapsed = false;
  for (let at = 0; at < code.length; at++) {
    const letter = code[at] ?? "";
    if (letter === ";") break;
    if (letter === '"') at = endOf(code, '"', at);
    else if (letter === "\\" || letter === "_" || letter === "*") at++;
    else if (letter === "[") {
      const end = endOf(code, "]", at);
      elapsed ||= /^(?:h+|m+|s+)$/i.test(code.slice(at + 1, end));
      at = end;
    } else letters += letter;
  }
  return { letters, elapsed };
}

function endOf(code: string, mark: string, from: number): number {
  const end = code.indexOf(mark, from + 1);
  return end < 0 ? code.length : end;
}

function allOf(ids: readonly number[], as: Shown["as"]): Readonly<Record<number, Shown["as"]>> {
  return Object.fromEntries(ids.map((id) => [id, as]));
}
