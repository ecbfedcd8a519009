const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML or SVG. Only `markup` makes it, so that nothing of a file gets into a page as it stands. */
export class Markup {
  private readonly made: string;

  private constructor(made: string) {
    this.made = made;
  }

  toString(): string {
    return this.made;
  }

  /** What a template says; whatever is put into it is escaped, but for markup. */
  static of(parts: TemplateStringsArray, values: readonly Content[]): Markup {
    return new Markup(parts.map((part, at) => part + contentOf(values[at])).join(""));
  }
}

/** What may stand in a page: words and numbers, which are escaped, markup, and lists of it. */
export type Content = string | number | Markup | null | undefined | readonly Markup[];

/** A page or a part of it. It is not called "html", by which formatters know what they may lay out anew: blanks count. */
export function markup(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return Markup.of(parts, values);
}

function contentOf(value: Content): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Markup) return value.toString();
  return typeof value === "object" ? value.join("") : escaped(String(value));
}

/** Words as they stand in a page, in text and in attributes. What no page may hold becomes a mark that something stood there. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? "").replace(/[^\P{Cc}\t\n\r]/gu, "\ufffd");
}
