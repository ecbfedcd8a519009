import { Button, CloseButton, Text } from "@mantine/core";
import { useState } from "react";
import { isDrawnColumns } from "../../core/data/drawn-columns";
import type { HeaderLines } from "../../core/data/dialect";
import type { SettingGuess } from "../../engine/protocol";
import { useActions, useSession } from "../../state/use-session";
import { formatNames } from "../../ui/format";
import { useWords, type MessageBelow } from "../../ui/use-words";
import classes from "./panel.module.css";
import { useMarkName } from "./use-mark-name";

/** Says that a file can be read in more than one way, and which one was taken; gone once it was closed. */
export function UnsureLine({ guesses }: { readonly guesses: readonly SettingGuess[] }) {
  const { t, i18n } = useWords("load");
  const list = (names: readonly string[]) => formatNames(names, i18n.language);
  const { goTo } = useActions();
  // On the data screen each doubt stands beside the guess itself.
  const isOnData = useSession((state) => state.viewState.screen === "data");
  const [closedFor, setClosedFor] = useState<readonly SettingGuess[] | null>(null);
  const nameOf = useMarkName();
  const unsure = guesses.filter(({ sure }) => !sure);
  const [first] = unsure;
  if (!first || isOnData || closedFor === guesses) return null;
  return (
    <div className={classes.line}>
      <Text size="sm" className={classes.sentence}>
        {t(`unsure.${wordsFor(first)}`, { value: valueOf(first, nameOf, list) })}{" "}
        {unsure.length > 1 && t("unsure.others", { count: unsure.length - 1 })}
      </Text>
      <Button variant="light" size="compact-sm" onClick={() => goTo("data")}>
        {t("unsure.change")}
      </Button>
      <CloseButton size="sm" aria-label={t("unsure.close")} onClick={() => setClosedFor(guesses)} />
    </div>
  );
}

/** The message that says how a guess was settled. */
function wordsFor({ field, value }: SettingGuess): MessageBelow<"load", "unsure"> {
  switch (field) {
    case "header":
      return isHeader(value) && value.count > 0 ? "header.yes" : "header.no";
    case "quote":
    case "thousands":
      return value === "" ? `${field}.none` : `${field}.some`;
    case "missingIn":
      return value === "everywhere" ? "missingIn.everywhere" : "missingIn.values";
    case "delimiter":
      return typeof value === "string" && isDrawnColumns(value) ? "delimiter.drawn" : "delimiter.mark";
    case "escape":
      return value === "" ? "escape.doubled" : "escape.marked";
    case "headerRow":
      return value === 0 ? "headerRow.none" : "headerRow.row";
    case "dateOrder":
      return value === "month-first" ? "dateOrder.month-first" : "dateOrder.day-first";
    case "how":
      return value === "first" ? "how.first" : "how.together";
    case "layout":
      return value === "lines" ? "layout.lines" : "layout.whole";
    case "encoding":
      return typeof value === "string" && isWestern(value) ? "encoding.accents" : "encoding.letters";
    case "key":
    case "tolerance":
    case "form":
    case "date":
    case "sheet":
    case "compression":
    case "decimal":
    case "missing":
      return field;
    default:
      return field satisfies never;
  }
}

/** Encodings in which only letters with accents can be read wrong. */
function isWestern(encoding: string): boolean {
  return /^(windows-125[024]|iso-8859-\d+|macintosh)$/i.test(encoding);
}

function isHeader(value: SettingGuess["value"]): value is HeaderLines {
  return typeof value === "object" && "count" in value;
}

/** The name of an encoding as people write it: "Windows-1252", "UTF-8". */
function encodingName(encoding: string): string {
  return encoding.startsWith("windows") ? `W${encoding.slice(1)}` : encoding.toUpperCase().replace("_", " ");
}

function valueOf(
  { field, value, why }: SettingGuess,
  nameOf: (mark: string) => string,
  list: (names: readonly string[]) => string,
): string {
  // Of the words for "no value" most are beyond doubt: only those that were found are told.
  if (field === "missing" && typeof why.values?.["words"] === "string") return list(why.values["words"].split("  "));
  if (isHeader(value)) return String(value.first);
  if (field === "encoding") return encodingName(String(value));
  return Array.isArray(value) ? list(value) : nameOf(String(value));
}
