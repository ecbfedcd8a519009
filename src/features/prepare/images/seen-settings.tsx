import { SegmentedControl, Text, Title } from "@mantine/core";
import { useId } from "react";
import type { IntegerSpec } from "../../../core/detect/param-schema";
import type { ImagesReport } from "../../../core/images/images-report";
import { MAX_IMAGE_SIZE, MIN_IMAGE_SIZE, type ImagesKind } from "../../../core/kinds/images-kind";
import type { DatasetCard } from "../../../engine/protocol";
import { formatBytes } from "../../../ui/byte-size";
import { NumberEntry, NumberSlider } from "../../../ui/number-field";
import { useWords } from "../../../ui/use-words";
import classes from "./images.module.css";
import { SeenStrip } from "./seen-strip";

/** The words stand in the catalogue. */
const SIZE_SPEC: IntegerSpec = {
  kind: "integer",
  label: "",
  help: "",
  default: 64,
  min: MIN_IMAGE_SIZE,
  max: MAX_IMAGE_SIZE,
  scale: "linear",
};

const colours = ["grey", "colour"] as const;
const fits = ["stretch", "crop", "pad"] as const;

interface Props {
  readonly dataset: DatasetCard;
  readonly images: ImagesReport;
  readonly rowKind: ImagesKind;
  change(part: Partial<ImagesKind>): void;
}

/** Size, colour and fit, with their effect on some of the images and on memory before anything is applied. */
export function SeenSettings({ dataset, images, rowKind, change }: Props) {
  const { t, i18n } = useWords("prepare-images");
  const helpId = useId();
  const { size, colour, fit } = rowKind;
  const memory = dataset.rowCount * size * size * (colour === "colour" ? 3 : 1);
  const isSquare = images.size !== null && images.size.width === images.size.height;
  const field = { spec: SIZE_SPEC, value: size, name: t("seen.size"), describedBy: helpId, onSettle: () => undefined };
  const setSize = (value: number) => change({ size: value });
  return (
    <section className={classes.seen} aria-label={t("seen.title")}>
      <Title order={2} size="h4">
        {t("seen.title")}
      </Title>
      <div className={classes.fields}>
        <div>
          <div className={classes.fieldHead}>
            <Text size="sm">{t("seen.size")}</Text>
            <NumberEntry {...field} onChange={setSize} />
          </div>
          <NumberSlider {...field} onChange={setSize} />
          <Text size="xs" c="dimmed" id={helpId}>
            {t("seen.size-help")}
          </Text>
        </div>
        <div>
          <Text size="sm" mb={6}>
            {t("seen.colour")}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t("seen.colour")}
            data={colours.map((value) => ({ value, label: t(`seen.colours.${value}`) }))}
            value={colour}
            onChange={(value) => change({ colour: value })}
          />
          <Text size="xs" c="dimmed" mt={6}>
            {t(`seen.colour-help.${colour}`)}
          </Text>
        </div>
        {!isSquare && (
          <div>
            <Text size="sm" mb={6}>
              {t("seen.fit")}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t("seen.fit")}
              data={fits.map((value) => ({ value, label: t(`seen.fits.${value}`) }))}
              value={fit}
              onChange={(value) => change({ fit: value })}
            />
            <Text size="xs" c="dimmed" mt={6}>
              {t(`seen.fit-help.${fit}`)}
            </Text>
          </div>
        )}
      </div>
      <SeenStrip dataset={dataset} rowKind={rowKind} />
      <Text size="sm" role="note">
        {t("seen.memory", { memory: formatBytes(memory, i18n.language) })}{" "}
        {memory > images.budget && (
          <b className={classes.warning}>
            {t("seen.too-large", { budget: formatBytes(images.budget, i18n.language) })}
          </b>
        )}
      </Text>
    </section>
  );
}
