import type { Note } from "./note";

/** Sentences of the catalogue in a person's language, for those who write where there is no catalogue. */
export interface Sentences {
  /** BCP 47; it decides on plurals. */
  readonly language: string;
  /** By code, with `{{names}}` of values; of what has plurals by code and category, `left-out_one`. */
  readonly templates: Readonly<Record<string, string>>;
}

/** So many digits of a number are told. */
const TOLD_DIGITS = 6;

/** A note in words; null where there is no sentence for it. `decimal` is the sign that numbers are written with. */
export function filledNote(
  { code, values = {} }: Note,
  { language, templates }: Sentences,
  decimal = ".",
): string | null {
  const { count } = values;
  const plural = typeof count === "number" ? `${code}_${new Intl.PluralRules(language).select(count)}` : code;
  const template = templates[plural] ?? templates[`${code}_other`] ?? templates[code];
  return (
    template?.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (typeof value === "object") return value.join(commaOf(language));
      if (name === "span" && value !== undefined) return spanIn(value, { language, templates });
      return typeof value === "number"
        ? String(Number(value.toPrecision(TOLD_DIGITS))).replace(".", decimal)
        : (value ?? "");
    }) ?? null
  );
}

/** What a language sets between names in a row. */
function commaOf(language: string): string {
  const [, comma] = new Intl.ListFormat(language).formatToParts(["a", "b", "c"]);
  return comma?.value ?? ", ";
}

/** How long something lasts: so many steps, or a length in a unit of time such as "36 h". */
function spanIn(value: string | number, { language, templates }: Sentences): string {
  const [length = "", unit = ""] =
    typeof value === "number"
      ? [String(value), `steps_${new Intl.PluralRules(language).select(value)}`]
      : value.split(" ");
  const template = templates[`span.${unit}`];
  return template?.replace("{{formatted}}", length) ?? String(value);
}
