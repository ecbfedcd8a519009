import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";

interface Props {
  /** Guesses that could be otherwise. */
  readonly unsure: number;
  /** A line for each guess. */
  readonly lines: ReactNode;
  /** What stands below them. */
  readonly children?: ReactNode;
}

/** How the file was read: a heading, how sure that is, and a line for each guess. */
export function HowRead({ unsure, lines, children }: Props) {
  const { t } = useWords("prepare");
  return (
    <section aria-label={t("data.how")}>
      <Title order={2} size="h4">
        {t("data.how")}
      </Title>
      <Text size="sm" c="dimmed">
        {unsure === 0 ? t("data.allSure") : t("data.unsure", { count: unsure })}
      </Text>
      <ul className={classes.guesses}>{lines}</ul>
      {children}
    </section>
  );
}
