import { Button, Group, Switch, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { Note } from "../../core/data/note";
import { useActions, useSession } from "../../state/use-session";
import { formatPercent } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import { copySettings, saveSession } from "./carry";

/** The work as one file for another machine, and its settings as a link. */
export function TakeAlong() {
  const { t, i18n } = useWords("keep");
  const say = useNote();
  const actions = useActions();
  const name = useSession((state) => state.dataset?.name ?? "");
  const [withData, setWithData] = useState(true);
  const [writing, setWriting] = useState<{ readonly done: number; cancel(): void } | null>(null);
  const [told, setTold] = useState<Note | null>(null);

  async function save(): Promise<void> {
    const session = saveSession(actions, name, withData, (done) =>
      setWriting((before) => before && { ...before, done }),
    );
    if (!session) return;
    setWriting({ done: 0, cancel: () => session.cancel() });
    setTold(null);
    setTold(await session.told);
    setWriting(null);
  }

  return (
    <section aria-label={t("along.title")}>
      <Title order={3} size="h6">
        {t("along.title")}
      </Title>
      <Text size="xs" c="dimmed" mb={6}>
        {t("along.help")}
      </Text>
      <Switch
        size="xs"
        label={t("along.with-data")}
        description={t(withData ? "along.with-data-help" : "along.without-data-help")}
        checked={withData}
        onChange={({ currentTarget }) => setWithData(currentTarget.checked)}
      />
      <Group gap={8} mt={8}>
        {writing ? (
          <Button size="xs" variant="default" onClick={writing.cancel}>
            {t("along.cancel", { share: formatPercent(writing.done, i18n.language) })}
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => void save()}>
            {t("along.save")}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => void copySettings(actions).then(setTold)}>
          {t("along.copy")}
        </Button>
      </Group>
      <Text size="xs" role="status" mt={6}>
        {told && say(told)}
      </Text>
    </section>
  );
}
