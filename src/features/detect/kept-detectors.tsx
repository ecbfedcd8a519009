import { Button, FileButton, Group, Text, TextInput, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { columnMapOf } from "../../core/models/column-map";
import { CONSENSUS, GUIDED, RULED } from "../../core/detect/run-key";
import type { ModelCard } from "../../engine/protocol";
import { detectorCardOf } from "../../state/catalogue";
import { instanceOf } from "../../state/choices";
import { useActions, useSession } from "../../state/use-session";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useWords } from "../../ui/use-words";
import { ColumnMap } from "./column-map";
import classes from "./detector-panel.module.css";
import { KeptDetector } from "./kept-detector";
import { ModelCheck } from "./model-check";

/** Detectors that are kept with what they learned, and the one on screen to be kept. */
export function KeptDetectors() {
  const { t } = useWords("models");
  const { listModels, takeModel, useModel: applyModel } = useActions();
  const models = useSession((state) => state.models);
  const dataset = useSession((state) => state.dataset);
  const used = useSession(({ history: { present } }) => {
    const learn = present.recipe?.learn;
    return learn?.kind === "model" ? learn.model : null;
  });
  const [asked, setAsked] = useState<ModelCard | null>(null);
  useEffect(() => void listModels(), [listModels]);
  if (!dataset) return null;

  function use(model: ModelCard): void {
    const map = columnMapOf(model.settings, dataset?.columns ?? []);
    if (map.every(({ by }) => by === "name")) applyModel(model, map);
    else setAsked(model);
  }

  return (
    <section className={classes.shared} aria-label={t("title")}>
      <Title order={3} size="h5">
        {t("title")}
      </Title>
      {used !== null && <ModelCheck model={used} />}
      <Text size="xs" c="dimmed">
        {models?.length === 0 ? t("none") : t("help")}
      </Text>
      {models && models.length > 0 && (
        <ul className={classes.lines}>
          {models.map((model) => (
            <KeptDetector key={model.id} model={model} isUsed={model.id === used} onUse={() => use(model)} />
          ))}
        </ul>
      )}
      {asked && (
        <ColumnMap
          key={asked.id}
          model={asked}
          onCancel={() => setAsked(null)}
          onApply={(map) => {
            setAsked(null);
            applyModel(asked, map);
          }}
        />
      )}
      <KeepThis isByModel={used !== null} />
      <FileButton onChange={(file) => void (file && takeModel(file, file.name))}>
        {(props) => (
          <Button {...props} size="compact-xs" variant="subtle">
            {t("open")}
          </Button>
        )}
      </FileButton>
    </section>
  );
}

/** Asks for a name and keeps what is on screen. Findings, and what was learned from marks, are of this file alone. */
function KeepThis({ isByModel }: { readonly isByModel: boolean }) {
  const { t } = useWords("models");
  const words = useDetectorWords();
  const { keepModel } = useActions();
  const shown = useSession((state) => state.history.present.shown);
  const detector = useSession((state) => instanceOf(state.history.present, shown)?.detector ?? shown);
  const file = useSession((state) => state.dataset?.name ?? "");
  const isDone = useSession(({ runs }) => runs[shown]?.status === "done");
  const [name, setName] = useState<string | null>(null);
  const card = detectorCardOf(detector);
  if (shown === GUIDED || shown === RULED || card?.tests || isByModel) return null;
  const label = words({ id: detector }, "label", card?.label ?? CONSENSUS);
  if (name === null)
    return (
      <Button
        size="xs"
        variant="default"
        disabled={!isDone}
        onClick={() => setName(t("usual", { detector: label, file }))}
      >
        {t("keep")}
      </Button>
    );
  const keep = () => {
    setName(null);
    void keepModel(name.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) keep();
      }}
    >
      <TextInput
        size="xs"
        label={t("name")}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Group gap={8} mt={6}>
        <Button size="xs" type="submit" disabled={!name.trim()}>
          {t("keep-now")}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setName(null)}>
          {t("cancel")}
        </Button>
      </Group>
    </form>
  );
}
