import { Tooltip } from "@mantine/core";
import { useMemo } from "react";
import { differenceOf } from "../../charts/image/figures";
import { HeatLayer, Pixels } from "../../charts/image/layers";
import type { ImageDetail, SeenImage } from "../../engine/protocol";
import { useWords } from "../../ui/use-words";
import classes from "./inspector.module.css";

export type ImageView = "image" | "rebuilt" | "difference" | "heat" | "nearest";

/** What there is to be drawn of an image. */
export function viewsOf({ rebuilt, heat, nearest }: ImageDetail): readonly ImageView[] {
  return [
    "image",
    ...(rebuilt ? (["rebuilt", "difference"] as const) : []),
    ...(heat ? (["heat"] as const) : []),
    ...(nearest ? (["nearest"] as const) : []),
  ];
}

/** From equal to half of full brightness, the same for all images. */
const DIFFERENCE_SCALE = { calm: 0, threshold: 0.125, most: 0.5 };
interface LayerProps {
  readonly view: ImageView;
  readonly detail: ImageDetail;
}

/** What one view shows, as large as the place it lies in. */
export function ViewLayer({ view, detail: { seen, rebuilt, heat, scale, nearest } }: LayerProps) {
  switch (view) {
    case "image":
      return <Seen image={seen} />;
    case "rebuilt":
      return rebuilt && <Seen image={rebuilt} />;
    case "difference":
      return rebuilt && <Difference one={seen} other={rebuilt} />;
    case "heat":
      return heat && scale && <HeatLayer map={heat} scale={scale} ground="opaque" />;
    case "nearest":
      return nearest && <Seen image={nearest.seen} />;
    default:
      return view satisfies never;
  }
}

function Seen({ image: { size, rgba } }: { readonly image: SeenImage }) {
  return <Pixels width={size} height={size} rgba={rgba} />;
}

function Difference({ one, other }: { readonly one: SeenImage; readonly other: SeenImage }) {
  const map = useMemo(
    () => ({ width: one.size, height: one.size, values: differenceOf(one.rgba, other.rgba) }),
    [one, other],
  );
  return <HeatLayer map={map} scale={DIFFERENCE_SCALE} ground="opaque" />;
}

interface StripProps {
  /** null: not there yet; its place is kept. */
  readonly detail: ImageDetail | null;
  readonly view: ImageView;
  onView(view: ImageView): void;
}

/** All views of an image, small, side by side; the one chosen is drawn large. */
export function ViewStrip({ detail, view, onView }: StripProps) {
  const { t } = useWords("images");
  return (
    <div className={classes.strip} role="group" aria-label={t("inspector.views")}>
      {detail === null && <span className={classes.small} />}
      {(detail ? viewsOf(detail) : []).map((one) => (
        <Tooltip key={one} label={t(`inspector.help.${one}`)} multiline maw={260}>
          <button type="button" className={classes.small} aria-pressed={one === view} onClick={() => onView(one)}>
            <span className={classes.smallImage}>{detail && <ViewLayer view={one} detail={detail} />}</span>
            {t(`inspector.view.${one}`)}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
