import { ActionIcon, Button, Group, Text, Title } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useEffect } from "react";
import { coreKindOf } from "../../core/kinds/kinds";
import type { WorkCard } from "../../engine/protocol";
import { useActions, useSession } from "../../state/use-session";
import { formatMoment } from "../../ui/format";
import { formatBytes } from "../../ui/byte-size";
import { useCounted } from "../../ui/use-counted";
import { useWords } from "../../ui/use-words";
import { KeepSwitch } from "./keep-switch";
import classes from "./kept-list.module.css";

/** Work that is kept on this machine, how much room it takes, and whether more is kept. */
export function KeptList() {
  const { t, i18n } = useWords("keep");
  const { kept, wanted } = useSession((state) => state.keeping);
  const { lookForKept, forgetKept } = useActions();
  useEffect(() => void lookForKept(), [lookForKept]);
  if (!kept || (kept.works.length === 0 && wanted === null)) return null;
  const { used, free } = kept.room;
  const size = (bytes: number) => formatBytes(bytes, i18n.language);
  return (
    <section aria-label={t("title")}>
      <Group justify="space-between" align="baseline" mb={4}>
        <Title order={2} size="h4">
          {t("title")}
        </Title>
        {kept.works.length > 0 && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void forgetKept(null)}>
            {t("delete-all")}
          </Button>
        )}
      </Group>
      <ul className={classes.list}>
        {kept.works.map((work) => (
          <Work key={work.id} work={work} />
        ))}
      </ul>
      <KeepSwitch />
      <Text size="sm" c="dimmed" mt={6}>
        {!kept.isLasting && t("not-lasting")}{" "}
        {used !== null &&
          (free === null ? t("room-unknown", { used: size(used) }) : t("room", { used: size(used), free: size(free) }))}
      </Text>
    </section>
  );
}

function Work({ work }: { readonly work: WorkCard }) {
  const { t, i18n } = useWords("keep", "samples");
  const counted = useCounted();
  const { continueWith, forgetKept } = useActions();
  const { id, name, rows, columns, rowKind, savedAt, bytes } = work;
  const day = formatMoment(savedAt, i18n.language, { dateStyle: "medium", timeStyle: "short" });
  return (
    <li className={classes.work}>
      <div className={classes.words}>
        <Text fw={500} truncate title={name}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {t("facts", {
            context: coreKindOf({ kind: rowKind }).noun,
            day,
            size: formatBytes(bytes, i18n.language),
            rows: counted("rows", rows),
            images: counted("images", rows),
            columns: counted("columns", columns),
          })}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={t("continue-with", { name })}
        onClick={() => void continueWith(id, name)}
      >
        {t("continue")}
      </Button>
      <ActionIcon variant="subtle" color="gray" aria-label={t("delete", { name })} onClick={() => void forgetKept(id)}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}
