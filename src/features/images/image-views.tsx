import { Button } from "@mantine/core";
import { useMemo, useState, type KeyboardEvent } from "react";
import { areaOfCells, type IgnoredArea, type Place } from "../../charts/image/ignored-area";
import { ImageStage } from "../../charts/image/image-stage";
import { BitmapLayer, HeatLayer } from "../../charts/image/layers";
import { IGNORE_GRID } from "../../core/kinds/images-kind";
import type { ImageDetail } from "../../engine/protocol";
import { useRowKind } from "../../state/kinds/use-row-kind";
import { useImage } from "../../state/use-images";
import { FailedAlert } from "../../ui/failed-alert";
import { formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { IgnorePainter, type Brush } from "./ignore-painter";
import classes from "./inspector.module.css";
import { NearestImage } from "./nearest-image";
import { OverlayControls } from "./overlay-controls";
import { PlaceReading } from "./place-reading";
import { brushed } from "../../charts/image/ignored-area";
import { useBlink } from "./use-blink";
import { ViewLayer, viewsOf, ViewStrip, type ImageView } from "./view-strip";

/** Pixels a side of the large image: as sharp as it can be seen. */
const SHARP_SIDE_PX = 640;

interface Props {
  readonly row: number;
  readonly name: string;
  /** Perhaps that of the image before, while this one's is on its way; null at first. */
  readonly detail: ImageDetail | null;
  readonly isStale: boolean;
}

/** One large image and what can be drawn in its place, small, below it. What is chosen holds for the next images too. */
export function ImageViews({ row, name, detail, isStale }: Props) {
  const { t, i18n } = useWords("images");
  const rowKind = useRowKind("images");
  const [wanted, setView] = useState<ImageView>("image");
  const [opacity, setOpacity] = useState(0.8);
  const [hasOutlines, setOutlines] = useState(true);
  const [place, setPlace] = useState<Place | null>(null);
  const blink = useBlink();
  const { answer: sharp, question: sharpOf, failure } = useImage(row, SHARP_SIDE_PX);
  // What is there first of a new image is drawn first; until then the one before stays.
  const drawn = detail && (detail.row === row || sharpOf?.row !== row) ? detail : null;
  const bitmap = sharp && sharpOf?.row === (drawn?.row ?? row) ? sharp : undefined;
  const saved = useMemo(() => areaOfCells(rowKind?.ignored ?? []), [rowKind?.ignored]);
  /** Places to ignore while they are painted; null: nobody paints. */
  const [draft, setDraft] = useState<IgnoredArea | null>(null);
  const [brush, setBrush] = useState<Brush>({ radius: 0.05, paints: true });

  const views = drawn ? viewsOf(drawn) : [];
  const view = draft || blink.isBare || !views.includes(wanted) ? "image" : wanted;
  const { heat = null, scale = null, strongest = null, mask = null, seen } = drawn ?? {};
  const isThisImage = view !== "nearest";
  const isBare = draft !== null || blink.isBare || !isThisImage;
  const outlines = hasOutlines && !isBare;
  const ignored = draft ?? (hasOutlines && isThisImage && !blink.isBare ? saved : undefined);
  const share = (rowKind?.ignored.length ?? 0) / (IGNORE_GRID * IGNORE_GRID);
  const stopPainting = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || draft === null) return;
    event.preventDefault();
    setDraft(null);
  };
  return (
    // Escape, wherever it is pressed while places are painted, ends the painting.
    <div role="presentation" className={classes.views} onKeyDown={stopPainting}>
      <ImageStage
        label={draft ? t("ignore.stage") : t("inspector.stage", { name, view: t(`inspector.view.${view}`) })}
        // What was pressed into a square is drawn in its own proportions, and all that lies over it with it.
        ratio={bitmap && rowKind?.fit === "stretch" ? bitmap.width / bitmap.height : undefined}
        isStale={drawn !== null && (drawn.row !== row || isStale)}
        place={place}
        onPlace={setPlace}
        contour={outlines && heat && scale ? { map: heat, level: scale.threshold } : undefined}
        box={outlines && strongest ? strongest : undefined}
        mask={outlines && mask && seen ? { cells: mask, size: seen.size } : undefined}
        ignored={ignored}
        brush={draft ? brush.radius : undefined}
        onStroke={
          draft
            ? (from, to) => setDraft((area) => area && brushed(area, from, to, brush.radius, brush.paints))
            : undefined
        }
      >
        {drawn && <ViewLayer view={view} detail={drawn} />}
        {view === "image" && bitmap && <BitmapLayer bitmap={bitmap} fit={rowKind?.fit ?? "stretch"} />}
        {view === "image" && !isBare && heat && scale && (
          <HeatLayer map={heat} scale={scale} ground="clear" opacity={opacity} />
        )}
      </ImageStage>
      {failure && <FailedAlert color="red" failure={failure} />}
      <PlaceReading place={isThisImage ? place : null} heat={heat} scale={scale} ignored={draft ?? saved} />
      {draft ? (
        <IgnorePainter draft={draft} onDraft={setDraft} brush={brush} onBrush={setBrush} />
      ) : (
        <>
          <ViewStrip detail={detail} view={wanted} onView={setView} />
          {detail && (
            <OverlayControls
              scale={scale}
              opacity={opacity}
              onOpacity={setOpacity}
              hasOutlines={hasOutlines}
              onOutlines={setOutlines}
              blink={blink}
            />
          )}
          <div className={classes.links}>
            <NearestImage detail={detail} />
            <Button size="compact-xs" variant="subtle" onClick={() => setDraft(saved)}>
              {share > 0 ? t("ignore.open-some", { share: formatPercent(share, i18n.language) }) : t("ignore.open")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
