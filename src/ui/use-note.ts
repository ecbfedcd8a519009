import { useCallback } from "react";
import type { Note } from "../core/data/note";
import { formatNumber, joinPercents } from "./format";
import { useWords } from "./use-words";

/** Says a note of the core in the person's language; numbers are written for people. */
export function useNote(): (note: Note) => string {
  const { t, knows, i18n } = useWords("notes", "failures");
  const language = i18n.language;
  return useCallback(
    (note) => {
      const values = Object.fromEntries(
        Object.entries(note.values ?? {}).map(([name, value]) => [
          name,
          // i18next chooses the plural by `count`, which must stay a number.
          typeof value === "number" && name !== "count" ? formatNumber(value, language) : value,
        ]),
      );
      // Failures lie in a catalogue of their own.
      const key = note.code.replace(/^failures\./, "failures:");
      return knows(key) ? joinPercents(t(key, values)) : note.code;
    },
    [t, knows, language],
  );
}
