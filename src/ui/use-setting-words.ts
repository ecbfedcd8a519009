import { useWords, type MessageAbove } from "./use-words";

/** What is set of how files are read, of whatever format. */
type Field =
  Extract<MessageAbove<"prepare", "says">, `dialect.${string}`> extends `dialect.${infer Name}` ? Name : never;

/** Says how a file of any format was read: a value of a setting, and the setting as a sentence. */
export function useSettingWords() {
  const { t, knows } = useWords("prepare");

  /** A value as it is said: by its words where the catalogue has some, else itself in quotes. */
  function valueOf(field: Field, one: unknown): string {
    if (Array.isArray(one)) return one.map((word) => t("quoted", { text: String(word) })).join(" ");
    if (field === "headerRow")
      return one === 0 ? t("dialect.headerRow.is.none") : t("dialect.headerRow.is.row", { row: one });
    const text = typeof one === "string" ? one : JSON.stringify(one);
    const key = `dialect.${field}.is.${text}`;
    return knows(key) ? t(key) : t("quoted", { text });
  }

  return {
    valueOf,
    /** "Columns are separated by semicolons". */
    sentenceOf: (field: Field, value: unknown): string =>
      field === "missing" && Array.isArray(value) && value.length === 0
        ? t("dialect.missing.saysNone")
        : t(`dialect.${field}.says`, { value: valueOf(field, value) }),
  };
}

/** Whether there is anything to say of a guess. */
export function isSettingWorthTelling({
  field,
  sure,
  value,
}: {
  readonly field: string;
  readonly sure: boolean;
  readonly value: unknown;
}): boolean {
  if (field === "date") return value !== "";
  return field !== "dateOrder" || !sure;
}
