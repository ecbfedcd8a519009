import { useCallback } from "react";
import type { Note } from "../core/data/note";
import { formatCount, formatNames, formatNumber, joinPercents } from "./format";
import { useWords } from "./use-words";

/** Values that count things: they are grouped as every count is, and never cut to a few digits. */
const COUNTS: ReadonlySet<string> = new Set([
  ...["cells", "characters", "channels", "codes", "columns", "count", "different", "distinct", "events", "features"],
  ...["files", "images", "kept", "keys", "learned", "levels", "line", "lines", "most", "of", "others", "row", "rows"],
  ...["seen", "sequences", "steps", "symbols", "templates", "unreadable", "used"],
]);

/** Says a note of the core in the person's language; numbers are written for people. */
export function useNote(): (note: Note) => string {
  const { t, knows, i18n } = useWords("notes", "failures");
  const language = i18n.language;
  return useCallback(
    (note) => {
      const values = note.values ?? {};
      // Detectors are told by their ids; what is no detector is told as it is.
      const detectorOf = (id: string) => (i18n.exists(`detectors:${id}.label`) ? i18n.t(`detectors:${id}.label`) : id);
      const words = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === "object"
            ? formatNames(name === "detectors" ? value.map(detectorOf) : value, language)
            : typeof value !== "number"
              ? name === "detector"
                ? detectorOf(value)
                : value
              : name === "span"
                ? t("span.steps", { count: value, formatted: formatCount(value, language) })
                : COUNTS.has(name) && Number.isInteger(value)
                  ? formatCount(value, language)
                  : formatNumber(value, language),
        ]),
      );
      // Failures lie in a catalogue of their own.
      const key = note.code.replace(/^failures\./, "failures:");
      return knows(key)
        ? joinPercents(
            // The plural is chosen by `count`, which must stay a number; what is read is written for people.
            t(key, { ...words, ...("count" in values && { count: values["count"] }), replace: words }),
          )
        : note.code;
    },
    [t, knows, i18n, language],
  );
}
