import { useCallback } from "react";
import { useWords } from "../../ui/use-words";

const NAMED: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
  " ": "space",
  ".": "point",
  "'": "apostrophe",
  '"': "double-quote",
};

/** Names a separator or another mark in words; what has no name stands for itself. */
export function useMarkName(): (mark: string) => string {
  const { t } = useWords("load");
  return useCallback((mark) => (Object.hasOwn(NAMED, mark) ? t(`mark.${NAMED[mark] ?? ""}`) : mark), [t]);
}
