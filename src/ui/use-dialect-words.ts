import type { Dialect, DialectField } from "../core/data/dialect";
import { useWords } from "./use-words";
import { wordOf } from "./dialect-options";

/** Says what a file's dialect is, and what it could be. */
export function useDialectWords() {
  const { t, knows } = useWords("prepare");

  /** One value, short: "semicolons". */
  function valueIn(field: DialectField, word: string | null, dialect: Dialect): string {
    const key = `dialect.${field}.is.${word ?? ""}`;
    const { first, count } = dialect.header;
    if (knows(key)) return t(key, { first, last: first + count - 1 });
    const value = field === "header" ? String(first) : dialect[field];
    return typeof value === "object"
      ? value.map((one) => t("quoted", { text: one })).join(" ")
      : t("quoted", { text: value });
  }

  return {
    valueOf: (field: DialectField, word: string | null, change: Partial<Dialect>, dialect: Dialect): string =>
      valueIn(field, word, { ...dialect, ...change }),
    /** One field as a sentence: "Columns are separated by semicolons". */
    sentenceOf(field: DialectField, dialect: Dialect): string {
      if (field === "missing" && dialect.missing.length === 0) return t("dialect.missing.saysNone");
      return t(`dialect.${field}.says`, { value: valueIn(field, wordOf(field, dialect), dialect) });
    },
  };
}
