import { Text, Title } from "@mantine/core";
import { useEffect } from "react";
import { useActions, useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";
import { ScoreSeveral } from "./score-several";

/** Kept detectors before a table is open: each scores files in a row. */
export function KeptOnStart() {
  const { t } = useWords("models");
  const { listModels } = useActions();
  const models = useSession((state) => state.models);
  useEffect(() => void listModels(), [listModels]);
  if (!models || models.length === 0) return null;
  return (
    <section aria-label={t("start.title")}>
      <Title order={2} size="h4">
        {t("start.title")}
      </Title>
      <Text size="sm" c="dimmed">
        {t("start.help")}
      </Text>
      <ul className={classes.lines}>
        {models.map((model) => (
          <li key={model.id} className={classes.line}>
            <Text size="sm" component="span" mr={8}>
              {model.name}
            </Text>
            <ScoreSeveral model={model} />
          </li>
        ))}
      </ul>
    </section>
  );
}
