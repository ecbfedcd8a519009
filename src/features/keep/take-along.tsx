import { Button, Group, Switch, Text, Title } from "@mantine/core";
import { useState } from "react";
import { failureInfoOf } from "../../core/data/failure-info";
import { useActions, useSession } from "../../state/use-session";
import { formatPercent } from "../../ui/format";
import { saveFile } from "../../ui/save-file";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";

/** The work as one file for another machine, and its settings as a link. */
export function TakeAlong() {
  const { t, i18n } = useWords("keep");
  const say = useNote();
  const { sessionFile, settingsLink } = useActions();
  const name = useSession((state) => state.dataset?.name ?? "");
  const [withData, setWithData] = useState(true);
  const [writing, setWriting] = useState<{ readonly done: number; cancel(): void } | null>(null);
  const [told, setTold] = useState("");

  async function save(): Promise<void> {
    const job = sessionFile(withData, (done) => setWriting((before) => before && { ...before, done }));
    if (!job) return;
    setWriting({ done: 0, cancel: () => job.cancel() });
    setTold("");
    try {
      saveFile(await job.result, `${name.replace(/[\\/:*?"<>|]/g, "-")}.session.zip`);
      setTold(t("along.saved"));
    } catch (error) {
      const failure = failureInfoOf(error);
      setTold(say({ ...failure, code: `failures.${failure.code}.title` }));
    }
    setWriting(null);
  }

  async function copy(): Promise<void> {
    const link = await settingsLink();
    if (link === null) return setTold(t("along.too-many"));
    const isCopied = await navigator.clipboard.writeText(location.origin + location.pathname + link).then(
      () => true,
      () => false,
    );
    setTold(t(isCopied ? "along.copied" : "along.not-copied"));
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
        <Button size="xs" variant="default" onClick={() => void copy()}>
          {t("along.copy")}
        </Button>
      </Group>
      <Text size="xs" role="status" mt={6}>
        {told}
      </Text>
    </section>
  );
}
