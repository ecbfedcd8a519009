import { Text, Title } from "@mantine/core";
import type { DialectField, Sniff } from "../../core/data/dialect";
import { useActions } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";
import { DialectLine } from "./dialect-line";
import { DIALECT_FIELDS } from "./dialect-options";

/** How the file was read, a line per guess, each corrected in one click. */
export function DialectList({ sniff }: { readonly sniff: Sniff }) {
  const { t } = useWords("prepare");
  const { correctDialect } = useActions();
  const unsure = sniff.guesses.filter((guess) => !guess.sure && isWorthTelling(guess.field, sniff)).length;
  return (
    <section aria-label={t("data.how")}>
      <Title order={2} size="h4">
        {t("data.how")}
      </Title>
      <Text size="sm" c="dimmed">
        {unsure === 0 ? t("data.allSure") : t("data.unsure", { count: unsure })}
      </Text>
      <ul className={classes.guesses}>
        {DIALECT_FIELDS.filter((field) => isWorthTelling(field, sniff)).map((field) => (
          <DialectLine
            key={field}
            field={field}
            dialect={sniff.dialect}
            guess={sniff.guesses.find((guess) => guess.field === field) ?? null}
            onCorrect={(change) => void correctDialect(change)}
          />
        ))}
      </ul>
    </section>
  );
}

function isWorthTelling(field: DialectField, sniff: Sniff): boolean {
  if (field === "compression") return sniff.dialect.compression !== "none";
  if (field !== "dateOrder") return true;
  const isOpenQuestion = sniff.guesses.some((guess) => guess.field === field && !guess.sure);
  return isOpenQuestion || sniff.columns.some(({ kind }) => kind === "time");
}
