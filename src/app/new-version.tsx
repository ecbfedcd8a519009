import { Alert, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useSession } from "../state/use-session";
import { useWords } from "../ui/use-words";
import { useNewVersion } from "./use-new-version";

/** Says that a newer version of the page is here, until it is taken or put off until the next visit. */
export function NewVersion() {
  const { t } = useWords("app");
  const take = useNewVersion();
  const open = useSession((state) => state.dataset?.name ?? null);
  const [isPutOff, setPutOff] = useState(false);
  if (!take || isPutOff) return null;
  return (
    <Alert role="status" color="blue" m="xs" py="xs" title={t("version.title")}>
      <Group gap="xs" justify="space-between">
        <Text size="sm">{open === null ? t("version.nothing-open") : t("version.closes", { name: open })}</Text>
        <Group gap="xs">
          <Button size="xs" onClick={take}>
            {t("version.take")}
          </Button>
          <Button size="xs" variant="default" onClick={() => setPutOff(true)}>
            {t("version.later")}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
