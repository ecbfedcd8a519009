import { Tooltip } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { differenceOf } from "../../charts/picture/figures";
import { HeatLayer, Pixels } from "../../charts/picture/layers";
import type { PictureDetail, SeenPicture } from "../../engine/protocol";
import classes from "./inspector.module.css";

export type PictureView = "picture" | "rebuilt" | "difference" | "heat" | "nearest";

/** What there is to be drawn of a picture. */
export function viewsOf({ rebuilt, heat, nearest }: PictureDetail): readonly PictureView[] {
  return [
    "picture",
    ...(rebuilt ? (["rebuilt", "difference"] as const) : []),
    ...(heat ? (["heat"] as const) : []),
    ...(nearest ? (["nearest"] as const) : []),
  ];
}

/** From equal to half of full brightness, the same for all pictures. */
const DIFFERENCE = { calm: 0, cut: 0.125, most: 0.5 };
interface LayerProps {
  readonly view: PictureView;
  readonly detail: PictureDetail;
}

/** What one view shows, as large as the place it lies in. */
export function ViewLayer({ view, detail: { seen, rebuilt, heat, scale, nearest } }: LayerProps) {
  switch (view) {
    case "picture":
      return <Seen picture={seen} />;
    case "rebuilt":
      return rebuilt && <Seen picture={rebuilt} />;
    case "difference":
      return rebuilt && <Difference one={seen} other={rebuilt} />;
    case "heat":
      return heat && scale && <HeatLayer map={heat} scale={scale} ground="opaque" />;
    case "nearest":
      return nearest && <Seen picture={nearest.seen} />;
    default:
      return view satisfies never;
  }
}

function Seen({ picture: { size, rgba } }: { readonly picture: SeenPicture }) {
  return <Pixels width={size} height={size} rgba={rgba} />;
}

function Difference({ one, other }: { readonly one: SeenPicture; readonly other: SeenPicture }) {
  const map = useMemo(
    () => ({ width: one.size, height: one.size, values: differenceOf(one.rgba, other.rgba) }),
    [one, other],
  );
  return <HeatLayer map={map} scale={DIFFERENCE} ground="opaque" />;
}

interface StripProps {
  /** null: not there yet; its place is kept. */
  readonly detail: PictureDetail | null;
  readonly view: PictureView;
  onView(view: PictureView): void;
}

/** All views of a picture, small, side by side; the one chosen is drawn large. */
export function ViewStrip({ detail, view, onView }: StripProps) {
  const { t } = useTranslation("pictures");
  return (
    <div className={classes.strip} role="group" aria-label={t("inspector.views")}>
      {detail === null && <span className={classes.small} />}
      {(detail ? viewsOf(detail) : []).map((one) => (
        <Tooltip key={one} label={t(`inspector.help.${one}`)} multiline maw={260}>
          <button type="button" className={classes.small} aria-pressed={one === view} onClick={() => onView(one)}>
            <span className={classes.smallPicture}>{detail && <ViewLayer view={one} detail={detail} />}</span>
            {t(`inspector.view.${one}`)}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
