import { Button, CloseButton, Text } from "@mantine/core";
import { useState } from "react";
import type { DialectGuess } from "../../core/data/dialect";
import type { DelimitedInspection } from "../../engine/protocol";
import { useActions, useSession } from "../../state/use-session";
import { useWords, type MessageBelow } from "../../ui/use-words";
import classes from "./panel.module.css";
import { useMarkName } from "./use-mark-name";

/** Says that a file can be read in more than one way, and which one was taken; gone once it was closed. */
export function UnsureLine({ inspection }: { readonly inspection: DelimitedInspection }) {
  const { t } = useWords("load");
  const { goTo } = useActions();
  // On the data screen each doubt stands beside the guess itself.
  const isOnData = useSession((state) => state.viewState.screen === "data");
  const [closedFor, setClosedFor] = useState<DelimitedInspection | null>(null);
  const nameOf = useMarkName();
  const unsure = inspection.guesses.filter(({ sure }) => !sure);
  const [first] = unsure;
  if (!first || isOnData || closedFor === inspection) return null;
  return (
    <div className={classes.line}>
      <Text size="sm" className={classes.sentence}>
        {t("unsure.sentence", { how: t(`unsure.${wordsFor(first)}`, { value: valueOf(first, nameOf) }) })}{" "}
        {unsure.length > 1 && t("unsure.others", { count: unsure.length - 1 })}
      </Text>
      <Button variant="light" size="compact-sm" onClick={() => goTo("data")}>
        {t("unsure.change")}
      </Button>
      <CloseButton size="sm" aria-label={t("unsure.close")} onClick={() => setClosedFor(inspection)} />
    </div>
  );
}

/** The message that says how a guess was settled. */
function wordsFor({ field, value }: DialectGuess): MessageBelow<"load", "unsure"> {
  switch (field) {
    case "header":
      return value === true ? "header.yes" : "header.no";
    case "quote":
    case "thousands":
      return value === "" ? `${field}.none` : `${field}.some`;
    case "escape":
      return value === "" ? "escape.doubled" : "escape.marked";
    case "dateOrder":
      return value === "month-first" ? "dateOrder.month-first" : "dateOrder.day-first";
    case "compression":
    case "encoding":
    case "delimiter":
    case "decimal":
    case "missing":
      return field;
    default:
      return field satisfies never;
  }
}

function valueOf({ value }: DialectGuess, nameOf: (mark: string) => string): string {
  return Array.isArray(value) ? value.join(", ") : nameOf(String(value));
}
