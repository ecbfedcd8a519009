/** Scripts that set no blanks between words, and so none between a number and its sign or between sentences. */
const WITHOUT_BLANKS: ReadonlySet<string> = new Set(["Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"]);

const scripts = new Map<string, string>();

/** The script that a language is usually written in, such as "Latn" or "Hans". */
export function scriptOf(locale: string): string {
  const known = scripts.get(locale);
  if (known !== undefined) return known;
  const script = new Intl.Locale(locale).maximize().script ?? "Latn";
  scripts.set(locale, script);
  return script;
}

/** What a language sets between words: a blank, or nothing. */
export function gapOf(locale: string): "" | " " {
  return WITHOUT_BLANKS.has(scriptOf(locale)) ? "" : " ";
}
