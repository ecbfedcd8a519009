import { Text } from "@mantine/core";
import { useMemo } from "react";
import { BitmapLayer, Pixels } from "../../../charts/image/layers";
import type { ImagesShape } from "../../../core/images/images-shape";
import type { DatasetCard, SeenRequest } from "../../../engine/protocol";
import { useAnswer } from "../../../state/use-answer";
import { useThumbnails } from "../../../state/use-images";
import { useAsk, useSession } from "../../../state/use-session";
import { useNote } from "../../../ui/use-note";
import { useWords } from "../../../ui/use-words";
import classes from "./images.module.css";

const SHOWN = 6;
/** Pixels a side of the images as they are; twice what is drawn, for sharp screens. */
const THUMBNAIL = 224;

interface Props {
  readonly dataset: DatasetCard;
  readonly shape: ImagesShape;
}

/** A few images as they are, and below as the detectors would see them. */
export function SeenStrip({ dataset, shape }: Props) {
  const { t } = useWords("prepare-images");
  const say = useNote();
  const { seen } = useAsk();
  const recipe = useSession((state) => state.history.present.recipe);
  const { id, rowCount } = dataset;
  const rows = useMemo(() => spreadRows(rowCount), [rowCount]);
  const { bitmapOf } = useThumbnails(rows, THUMBNAIL);
  const { size, colour, fit } = shape;
  const request = useMemo((): SeenRequest | null => {
    if (recipe?.shape?.kind !== "images") return null;
    const would = { ...recipe, shape: { ...recipe.shape, size, colour, fit } };
    return { dataset: id, recipe: would, rows: Uint32Array.from(rows) };
  }, [id, recipe, rows, size, colour, fit]);
  const { answer, failure, isStale } = useAnswer(request, seen);
  return (
    <div role="group" aria-label={t("strip.title")} aria-busy={isStale}>
      <Text size="xs" c="dimmed" mb={4}>
        {t("strip.words", { size, colour: t(`strip.colour.${colour}`) })}
      </Text>
      {failure && (
        <Text size="sm" role="alert">
          {say({ ...failure, code: `failures.${failure.code}.title` })}
        </Text>
      )}
      <div className={classes.strip} data-stale={isStale || undefined}>
        {rows.map((row, at) => {
          const after = answer?.[at];
          return (
            <div key={row} className={classes.pair}>
              <div className={classes.square}>
                <BitmapLayer bitmap={bitmapOf(row)} />
              </div>
              <div className={classes.square} data-after>
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
  const shown = Math.min(SHOWN, count);
  return Array.from({ length: shown }, (_, at) => Math.round((at * (count - 1)) / Math.max(1, shown - 1)));
}
