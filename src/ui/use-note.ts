import type { i18n } from "i18next";
import { useCallback } from "react";
import type { Note, NoteValue } from "../core/data/note";
import { formatCount, formatNames, formatNumber, joinPercents } from "./format";
import { useWords } from "./use-words";

/** Values that count things: they are grouped as every count is, and never cut to a few digits. */
const COUNTS: ReadonlySet<string> = new Set([
  ...["cells", "characters", "channels", "codes", "columns", "count", "different", "distinct", "events", "features"],
  ...["files", "images", "kept", "keys", "learned", "levels", "line", "lines", "most", "of", "others", "row", "rows"],
  ...["seen", "sequences", "steps", "symbols", "templates", "unreadable", "used"],
]);

/** A length in a unit of time, as the core tells it: "36 h". */
const IN_UNITS = /^([\d.]+) (d|h|min|s|ms)$/;

/** Says a note of the core in the person's language; numbers are written for people. */
export function useNote(): (note: Note) => string {
  const { t, knows, i18n } = useWords("notes", "failures");
  const { language } = i18n;
  return useCallback(
    (note) => {
      const values = note.values ?? {};
      const words = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, name === "span" ? spanIn(value) : valueIn(name, value)]),
      );
      // Failures lie in a catalogue of their own.
      const key = note.code.replace(/^failures\./, "failures:");
      return knows(key)
        ? joinPercents(
            // The plural is chosen by `count`, which must stay a number; what is read is written for people.
            t(key, { ...words, ...("count" in values && { count: values["count"] }), replace: words }),
          )
        : note.code;

      function spanIn(value: NoteValue): string {
        if (typeof value === "number")
          return t("span.steps", { count: value, formatted: formatCount(value, language) });
        const [, length, unit] = IN_UNITS.exec(String(value)) ?? [];
        const unitKey = `span.${unit ?? ""}`;
        return knows(unitKey) ? t(unitKey, { formatted: formatNumber(Number(length), language) }) : String(value);
      }

      function valueIn(name: string, value: NoteValue): string {
        if (name === "detector") return detectorIn(i18n, String(value));
        if (typeof value === "string") return value;
        if (typeof value !== "number")
          return formatNames(name === "detectors" ? value.map((id) => detectorIn(i18n, id)) : value, language);
        return COUNTS.has(name) && Number.isInteger(value)
          ? formatCount(value, language)
          : formatNumber(value, language);
      }
    },
    [t, knows, i18n, language],
  );
}

/** Detectors are told by their ids; what is no detector is told as it is. */
function detectorIn(messages: i18n, id: string): string {
  const key = `detectors:${id}.label`;
  return messages.exists(key) ? messages.t(key) : id;
}
