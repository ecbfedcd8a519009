import { useCallback } from "react";
import { useWords, type MessageBelow } from "../../ui/use-words";

const NAME_OF_MARK: Readonly<Record<string, MessageBelow<"load", "mark">>> = {
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
  return useCallback(
    (mark) => {
      const name = Object.hasOwn(NAME_OF_MARK, mark) ? NAME_OF_MARK[mark] : undefined;
      return name ? t(`mark.${name}`) : mark;
    },
    [t],
  );
}
