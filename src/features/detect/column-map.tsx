import { Button, Group, NativeSelect, Text, Title } from "@mantine/core";
import { useState } from "react";
import { columnMapOf, type MappedColumn } from "../../core/models/column-map";
import type { ModelCard } from "../../engine/protocol";
import { useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";

interface Props {
  readonly model: ModelCard;
  onApply(map: readonly MappedColumn[]): void;
  onCancel(): void;
}

const NONE = "";

/** Which column of the open table stands for each that a kept detector learned from: guessed, and confirmed. */
export function ColumnMap({ model, onApply, onCancel }: Props) {
  const { t } = useWords("models");
  const columns = useSession((state) => state.dataset?.columns ?? null);
  const [map, setMap] = useState(() => columnMapOf(model.settings, columns ?? []));
  const choose = (name: string, to: string) =>
    setMap((before) =>
      before.map((one) => (one.name === name ? { ...one, to: to === NONE ? null : to, by: null } : one)),
    );
  const fitsNothing = map.every(({ to }) => to === null);
  return (
    <div role="group" aria-label={t("map.title")}>
      <Title order={4} size="h6">
        {t("map.title")}
      </Title>
      <Text size="xs" c="dimmed">
        {t("map.help", { name: model.name })}
      </Text>
      {map
        .filter(({ by }) => by !== "name")
        .map(({ name, kind, to, by }) => (
          <NativeSelect
            key={name}
            size="xs"
            mt={6}
            label={name}
            {...(by && { description: t(`map.by.${by}`) })}
            value={to ?? NONE}
            data={[
              { value: NONE, label: t("map.none") },
              ...(columns ?? [])
                .filter((one) => one.kind === kind)
                .map((one) => ({ value: one.name, label: one.name })),
            ]}
            onChange={({ currentTarget }) => choose(name, currentTarget.value)}
          />
        ))}
      {fitsNothing && (
        <Text size="xs" mt={8} role="status">
          {t("map.nothing")}
        </Text>
      )}
      <Group gap={8} mt={8}>
        <Button size="xs" disabled={fitsNothing} onClick={() => onApply(map)}>
          {t("map.apply")}
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </Group>
    </div>
  );
}
