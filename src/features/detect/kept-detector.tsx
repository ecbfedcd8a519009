import { Button, Group, Menu, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ModelCard } from "../../engine/protocol";
import { DETECTOR_ENDING } from "../../state/model-actions";
import { useActions, useAsk } from "../../state/use-session";
import { formatCount, formatMoment, joinSentences } from "../../ui/format";
import { saveFile } from "../../ui/save-file";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";
import { ScoreSeveral } from "./score-several";

interface Props {
  readonly model: ModelCard;
  readonly isUsed: boolean;
  onUse(): void;
}

/** One of the kept detectors: what it learned from, and what can be done with it. */
export function KeptDetector({ model, isUsed, onUse }: Props) {
  const { t, i18n } = useWords("models");
  const ask = useAsk();
  const { renameModel, removeModel } = useActions();
  const [name, setName] = useState<string | null>(null);
  const { rows, of, file, period } = model.learnedFrom;
  const day = (ms: number) => formatMoment(ms, i18n.language, { dateStyle: "medium" });
  const count = (value: number) => formatCount(value, i18n.language);

  async function save(): Promise<void> {
    const fileOfModel = await ask("modelFile", { id: model.id });
    saveFile(fileOfModel, `${model.name.replace(/[\\/:*?"<>|]/g, "-")}${DETECTOR_ENDING}`);
  }

  if (name !== null)
    return (
      <li className={classes.line}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) void renameModel(model.id, name.trim());
            setName(null);
          }}
        >
          <TextInput
            size="xs"
            label={t("name")}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button size="xs" type="submit" mt={6} disabled={!name.trim()}>
            {t("rename")}
          </Button>
        </form>
      </li>
    );
  return (
    <li className={classes.line}>
      <Text size="sm">{model.name}</Text>
      <Text size="xs" c="dimmed">
        {joinSentences(
          [
            t("learned", { rows: count(rows), of: count(of), file, day: day(model.madeAt) }),
            period ? t("period", { from: day(period[0]), to: day(period[1]) }) : "",
          ],
          i18n.language,
        )}
      </Text>
      <Group gap={8} mt={2}>
        <Button size="compact-xs" variant="default" disabled={isUsed} onClick={onUse}>
          {isUsed ? t("used") : t("use")}
        </Button>
        <ScoreSeveral model={model} />
        <Menu position="bottom-end" withinPortal shadow="md">
          <Menu.Target>
            <Button size="compact-xs" variant="subtle" aria-label={t("more", { name: model.name })}>
              …
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void save()}>{t("save")}</Menu.Item>
            <Menu.Item onClick={() => setName(model.name)}>{t("rename")}</Menu.Item>
            <Menu.Item color="red" onClick={() => void removeModel(model.id)}>
              {t("delete")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </li>
  );
}
