import { Text } from "@mantine/core";
import { useMemo } from "react";
import { BitmapLayer, Pixels } from "../../../charts/image/layers";
import { requireKind } from "../../../core/kinds/kinds";
import type { ImagesKind } from "../../../core/kinds/images-kind";
import type { DatasetCard, SeenRequest } from "../../../engine/protocol";
import { useCall } from "../../../state/use-call";
import { useThumbnails } from "../../../state/use-images";
import { useRecipeOf } from "../../../state/kinds/use-row-kind";
import { FailedAlert } from "../../../ui/failed-alert";
import { staleProps } from "../../../ui/stale";
import { useWords } from "../../../ui/use-words";
import classes from "./images.module.css";

const MAX_IMAGES_SHOWN = 6;
/** Pixels a side of the images as they are; twice what is drawn, for sharp screens. */
const THUMBNAIL_PX = 224;

interface Props {
  readonly dataset: DatasetCard;
  readonly rowKind: ImagesKind;
}

/** A few images as they are, and below as the detectors would see them. */
export function SeenStrip({ dataset, rowKind }: Props) {
  const { t } = useWords("prepare-images");
  const recipe = useRecipeOf("images");
  const { id, rowCount } = dataset;
  const rows = useMemo(() => spreadRows(rowCount), [rowCount]);
  const { of: bitmapOf, failure: unread } = useThumbnails(rows, THUMBNAIL_PX);
  const { size, colour, fit } = rowKind;
  const request = useMemo((): SeenRequest | null => {
    if (!recipe) return null;
    const would = { ...recipe, rowKind: { ...requireKind(recipe.rowKind, "images"), size, colour, fit } };
    return { dataset: id, recipe: would, rows: Uint32Array.from(rows) };
  }, [id, recipe, rows, size, colour, fit]);
  const {
    answer,
    failure: unseen,
    isLoading,
  } = useCall("seen", request, {
    keep: (earlier, present) => earlier.dataset === present.dataset,
  });
  const failure = unseen ?? unread;
  return (
    <div role="group" aria-label={t("strip.title")} aria-busy={isLoading}>
      <Text size="xs" c="dimmed" mb={4}>
        {t("strip.words", { size, colour: t(`strip.colour.${colour}`) })}
      </Text>
      {failure && <FailedAlert variant="default" failure={failure} />}
      <div className={classes.strip}>
        {rows.map((row, at) => {
          const after = answer?.[at];
          return (
            <div key={row} className={classes.pair}>
              <div className={classes.square}>
                <BitmapLayer bitmap={bitmapOf(row)} />
              </div>
              <div className={classes.square} {...staleProps(isLoading)}>
                {after && <Pixels width={after.size} height={after.size} rgba={after.rgba} />}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Rows from the first to the last, evenly apart. */
function spreadRows(count: number): readonly number[] {
  const shown = Math.min(MAX_IMAGES_SHOWN, count);
  return Array.from({ length: shown }, (_, at) => Math.round((at * (count - 1)) / Math.max(1, shown - 1)));
}
