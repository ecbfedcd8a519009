import { Button, Checkbox, Radio, Text, Title } from "@mantine/core";
import type { ImagesReport } from "../../../core/images/images-report";
import { kindIf } from "../../../core/kinds/kinds";
import type { ImagesKind, LearnFrom } from "../../../core/kinds/images-kind";
import type { DatasetCard } from "../../../engine/protocol";
import { useActions } from "../../../state/use-session";
import { formatCount } from "../../../ui/format";
import { useWords } from "../../../ui/use-words";
import classes from "./images.module.css";

interface Props {
  readonly dataset: DatasetCard;
  readonly images: ImagesReport;
  readonly rowKind: ImagesKind;
  change(part: Partial<ImagesKind>): void;
}

/** Which images the detectors learn from; all are scored. */
export function LearnSettings({ dataset, images: { folders }, rowKind: { learnFrom }, change }: Props) {
  const { t, i18n } = useWords("prepare-images");
  const count = (value: number) => ({ count: value, formatted: formatCount(value, i18n.language) });
  const choose = (next: LearnFrom) => change({ learnFrom: next });
  const ordinary = folders.filter(({ isOrdinary }) => isOrdinary).map(({ name }) => name);
  const guessed = guessedFolders(dataset) ?? ordinary;
  const ticked = learnFrom.kind === "folders" ? learnFrom.folders : [];
  const within = folders.reduce((sum, { name, count: some }) => sum + (ticked.includes(name) ? some : 0), 0);

  function onKind(kind: string): void {
    if (kind === "all") choose({ kind });
    if (kind === "folders") choose({ kind, folders: guessed });
  }
  function tick(name: string, isTicked: boolean): void {
    const names = folders
      .map((folder) => folder.name)
      .filter((one) => (one === name ? isTicked : ticked.includes(one)));
    choose({ kind: "folders", folders: names });
  }

  return (
    <section aria-label={t("learn.title")}>
      <Title order={2} size="h4">
        {t("learn.title")}
      </Title>
      <Text size="sm" c="dimmed" mb={10}>
        {t("learn.help")}
      </Text>
      <Radio.Group aria-label={t("learn.title")} value={learnFrom.kind} onChange={onKind}>
        <div className={classes.ways}>
          <Radio value="all" label={t("learn.all", count(dataset.rowCount))} description={t("learn.all-help")} />
          {folders.length > 1 && (
            <Radio
              value="folders"
              label={learnFrom.kind === "folders" ? t("learn.folders-chosen", count(within)) : t("learn.folders")}
              description={ordinary.length > 0 ? t("learn.folders-why") : t("learn.folders-none")}
            />
          )}
          {learnFrom.kind === "folders" && (
            <fieldset className={classes.ticks} aria-label={t("learn.folders")}>
              {folders.map(({ name, count: some, isOrdinary }) => (
                <Checkbox
                  key={name}
                  size="sm"
                  checked={ticked.includes(name)}
                  onChange={({ currentTarget }) => tick(name, currentTarget.checked)}
                  label={t("learn.folder", { name: name === "" ? t("facts.top") : name, ...count(some) })}
                  {...(isOrdinary && { description: t("learn.ordinary") })}
                />
              ))}
              {within === 0 && (
                <Text size="xs" className={classes.warning ?? ""}>
                  {t("learn.nothing")}
                </Text>
              )}
            </fieldset>
          )}
          <PickedByHand learnFrom={learnFrom} />
        </div>
      </Radio.Group>
    </section>
  );
}

/** Those that were ticked when the images were opened: of several that sound ordinary, the ones for training. */
function guessedFolders({ recipe: { rowKind } }: DatasetCard): readonly string[] | null {
  const learnFrom = kindIf(rowKind, "images")?.learnFrom;
  return learnFrom?.kind === "folders" ? learnFrom.folders : null;
}

/** Images are picked where they are looked at: in the gallery. */
function PickedByHand({ learnFrom }: { readonly learnFrom: LearnFrom }) {
  const { t, i18n } = useWords("prepare-images");
  const { goTo } = useActions();
  const picked = learnFrom.kind === "images" ? learnFrom.rows.length : null;
  return (
    <Radio
      value="images"
      disabled={picked === null}
      label={
        picked === null
          ? t("learn.images")
          : t("learn.picked", { count: picked, formatted: formatCount(picked, i18n.language) })
      }
      description={
        <>
          {t("learn.images-help")}{" "}
          <Button variant="subtle" size="compact-xs" onClick={() => goTo("explore")}>
            {t("learn.to-gallery")}
          </Button>
        </>
      }
    />
  );
}
