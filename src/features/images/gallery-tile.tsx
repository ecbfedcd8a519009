import { memo, type CSSProperties, type MouseEvent } from "react";
import type { HeatMap } from "../../charts/image/contour";
import type { HeatScale } from "../../core/images/heat-colour";
import { BitmapLayer, HeatLayer, type Fit } from "../../charts/image/layers";
import { useWords } from "../../ui/use-words";
import classes from "./gallery.module.css";

interface Props {
  readonly row: number;
  readonly position: number;
  readonly of: number;
  /** Pixels. */
  readonly left: number;
  readonly top: number;
  readonly name: string;
  /** From 0 to 100; NaN: none. */
  readonly score: number;
  readonly isFlagged: boolean;
  readonly isSelected: boolean;
  /** Whether it is marked to be learned from; null while nobody chooses. */
  readonly isMarked: boolean | null;
  readonly bitmap: ImageBitmap | undefined;
  readonly heat: HeatMap | undefined;
  readonly scale: HeatScale | null;
  readonly fit: Fit;
  readonly size: number;
  onChoose(position: number, isRange: boolean): void;
}

/** One image of the gallery: framed when flagged, with its score. */
export const GalleryTile = memo(function GalleryTile(props: Props) {
  const { row, position, of, left, top, name, score, isFlagged, isSelected, isMarked, bitmap, heat, scale, fit, size } =
    props;
  const { t } = useWords("images");
  const said = Number.isNaN(score) ? "" : score.toFixed(1);
  return (
    <div
      id={`image-${row}`}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      aria-posinset={position + 1}
      aria-setsize={of}
      aria-label={t(said === "" ? "gallery.said-unscored" : isFlagged ? "gallery.said-flagged" : "gallery.said", {
        name,
        score: said,
      })}
      {...(isMarked === null ? {} : { "aria-checked": isMarked })}
      title={name}
      className={classes.tile}
      data-flagged={isFlagged || undefined}
      data-marked={isMarked ?? undefined}
      style={{ left, top, width: size }}
      onClick={(event: MouseEvent) => props.onChoose(position, event.shiftKey)}
    >
      <span className={classes.image} style={{ width: size, height: size }}>
        <BitmapLayer bitmap={bitmap} />
        {heat && scale && bitmap && (
          <span className={classes.heat} style={placeOf(bitmap, fit)}>
            <HeatLayer map={heat} scale={scale} ground="clear" />
          </span>
        )}
        {isMarked !== null && <span className={classes.mark} aria-hidden />}
      </span>
      <span className={classes.caption}>
        <span className={classes.name}>
          <bdi>{name}</bdi>
        </span>{" "}
        {said !== "" && <span className={classes.score}>{said}</span>}
      </span>
    </div>
  );
});

/** Where the square that detectors see lies in the tile. */
function placeOf({ width, height }: ImageBitmap, fit: Fit): CSSProperties {
  const most = Math.max(width, height);
  const least = Math.min(width, height);
  const [across, down] =
    fit === "pad" ? [1, 1] : fit === "crop" ? [least / most, least / most] : [width / most, height / most];
  const percent = (share: number) => `${share * 100}%`;
  return {
    left: percent((1 - across) / 2),
    top: percent((1 - down) / 2),
    width: percent(across),
    height: percent(down),
  };
}
