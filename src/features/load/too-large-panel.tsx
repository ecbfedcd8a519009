import { Button, Group, Text, Title } from "@mantine/core";
import { useId } from "react";
import type { Reading } from "../../state/session-state";
import { useActions } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { formatBytes } from "../../ui/byte-size";
import { useWords } from "../../ui/use-words";
import classes from "./panel.module.css";

/** Says with numbers that a table may not fit, before it is read, and offers a sample of its rows. */
export function TooLargePanel({ reading }: { readonly reading: Extract<Reading, { stage: "too-large" }> }) {
  const { t, i18n } = useWords("load", "common");
  const { readAnyway, cancelReading } = useActions();
  const title = useId();
  const { source, inspection } = reading;
  const { rows, memory, budget, rowsThatFit } = inspection.size;
  const sample = twoDigits(rowsThatFit);
  return (
    <section className={classes.panel} aria-labelledby={title} data-tone="warn">
      <Title order={2} size="h4" id={title}>
        {t("large.title", { name: source.name })}
      </Title>
      <Text>
        {t("large.numbers", {
          rows: formatCount(rows, i18n.language),
          memory: formatBytes(memory, i18n.language),
          budget: formatBytes(budget, i18n.language),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {t("large.fair")}
      </Text>
      <Group gap="xs" mt={4}>
        {sample > 0 && (
          <Button onClick={() => void readAnyway(sample)}>
            {t("large.sample", { count: sample, formatted: formatCount(sample, i18n.language) })}
          </Button>
        )}
        <Button variant="default" onClick={() => void readAnyway(null)}>
          {t("large.everything")}
        </Button>
        <Button variant="subtle" color="gray" onClick={cancelReading}>
          {t("common:cancel")}
        </Button>
      </Group>
    </section>
  );
}

/** Rounded down to two digits: the number is an estimate, and should look like one. */
function twoDigits(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.floor(count / unit) * unit;
}
