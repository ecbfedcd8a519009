import { Button, Text, Title } from "@mantine/core";
import type { ImagesReport } from "../../../core/images/images-report";
import type { ImagesKind } from "../../../core/kinds/images-kind";
import type { DatasetCard } from "../../../engine/protocol";
import { useRowKind } from "../../../state/kinds/use-row-kind";
import { useActions, useSession } from "../../../state/use-session";
import { useWords } from "../../../ui/use-words";
import { LearnSettings } from "./learn-settings";
import { NetworkSettings } from "./network-settings";
import { ImageFacts } from "./image-facts";
import classes from "./images.module.css";
import { SeenSettings } from "./seen-settings";
import { useImagesDraft } from "./use-images-draft";

/** How images become what the detectors see, and which of them are learned from. */
export function ImagesSettings() {
  const dataset = useSession((state) => state.dataset);
  const rowKind = useRowKind("images");
  if (dataset?.read.format !== "images" || !rowKind) return null;
  return <Settings key={dataset.id} dataset={dataset} images={dataset.read.report} now={rowKind} />;
}

interface Props {
  readonly dataset: DatasetCard;
  readonly images: ImagesReport;
  /** What holds at present. */
  readonly now: ImagesKind;
}

function Settings({ dataset, images, now }: Props) {
  const { t } = useWords("prepare-images");
  const { resetRecipe } = useActions();
  const draft = useImagesDraft(now);
  const { rowKind, changes, change } = draft;
  return (
    <div className={classes.settings}>
      <header className={classes.head}>
        <div className={classes.headline}>
          <Title order={1} size="h3">
            {t("title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("intro")}
          </Text>
        </div>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            draft.discard();
            resetRecipe();
          }}
        >
          {t("reset")}
        </Button>
      </header>
      <ImageFacts />
      <SeenSettings dataset={dataset} images={images} rowKind={rowKind} change={change} />
      <LearnSettings dataset={dataset} images={images} rowKind={rowKind} change={change} />
      <NetworkSettings rowKind={rowKind} change={change} />
      {changes > 0 && (
        <div className={classes.apply} role="region" aria-label={t("apply.title")}>
          <Text size="sm" role="status">
            {t("apply.changes", { count: changes })}
          </Text>
          <Button size="sm" disabled={!draft.isSound} onClick={draft.apply}>
            {t("apply.apply")}
          </Button>
          <Button size="sm" variant="default" onClick={draft.discard}>
            {t("apply.discard")}
          </Button>
        </div>
      )}
    </div>
  );
}
