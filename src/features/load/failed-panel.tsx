import { Button, Group, Text, Title } from "@mantine/core";
import { useId } from "react";
import type { FailureCode } from "../../core/data/failure";
import type { Reading } from "../../state/session-state";
import { useActions, useSession } from "../../state/use-session";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import { ChooseFile } from "./choose-file";
import classes from "./panel.module.css";
import { RemedyButtons } from "./remedy-buttons";

type Failed = Extract<Reading, { stage: "failed" }>;

/** Trying the same once more can help only where something else than the file was at fault. */
const PASSING_FAILURES: readonly FailureCode[] = [
  "file-vanished",
  "out-of-memory",
  "reading-died",
  "unknown-dataset",
  "worker-missing",
  "part-missing",
  "cancelled",
  "unexpected",
];

/** What went wrong with a file, what was kept, and what can be done. */
export function FailedPanel({ reading }: { readonly reading: Failed }) {
  const { t } = useWords("load");
  const say = useNote();
  const title = useId();
  const { goTo, cancelReading } = useActions();
  const open = useSession((state) => state.dataset?.name ?? null);
  const { failure, source, inspection } = reading;
  const words = (part: "title" | "what" | "todo") => say({ ...failure, code: `failures.${failure.code}.${part}` });

  return (
    <section className={classes.panel} aria-labelledby={title} data-tone="bad">
      <Title order={2} size="h4" id={title}>
        {words("title")}
      </Title>
      <Text size="sm" c="dimmed">
        {source.name}
      </Text>
      <Text>{words("what")}</Text>
      <Text>{words("todo")}</Text>
      <Group gap="xs" mt={4}>
        {PASSING_FAILURES.includes(failure.code) && <TryAgain />}
        <RemedyButtons reading={reading} />
        <ChooseFile variant="default">{t("failed.choose")}</ChooseFile>
        {inspection?.format === "delimited" && open !== null && (
          <Button variant="default" onClick={() => goTo("data")}>
            {t("failed.correct")}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={cancelReading}>
          {open === null ? t("failed.close") : t("failed.keep", { name: open })}
        </Button>
      </Group>
    </section>
  );
}

function TryAgain() {
  const { t } = useWords("load");
  const { retryReading } = useActions();
  return <Button onClick={() => void retryReading()}>{t("failed.again")}</Button>;
}
