import { Button, Loader } from "@mantine/core";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { HeatLegend } from "../../charts/image/heat-legend";
import { failureInfoOf } from "../../core/data/failure-info";
import type { ViewRequest } from "../../engine/protocol";
import { shownThresholdOf, shownResultOf } from "../../state/threshold";
import { useRowKind } from "../../state/kinds/use-row-kind";
import { useHeatScale } from "../../state/use-images";
import { useActions, useAsk, useSession } from "../../state/use-session";
import { useKept } from "../../state/use-kept";
import { useViewRows } from "../../state/use-view-rows";
import { FailedAlert } from "../../ui/failed-alert";
import { useWords } from "../../ui/use-words";
import { GalleryBar, MAX_THUMBNAIL_PX, MIN_THUMBNAIL_PX } from "./gallery-bar";
import { GalleryGrid } from "./gallery-grid";
import classes from "./gallery.module.css";
import { LearnBar } from "./learn-bar";
import { useColumnNamed } from "./use-image-names";

const USUAL_THUMBNAIL_PX = 112;

/** All images, the strangest first; what the table filters is filtered here, and the other way round. */
export function Gallery() {
  const { t } = useWords("images");
  const view = useViewRows("score");
  const count = useSession((state) => state.dataset?.rowCount ?? 0);
  const result = useDeferredValue(useSession(shownResultOf));
  const threshold = useDeferredValue(useSession(shownThresholdOf));
  const inOrder = useMemo(() => Uint32Array.from({ length: count }, (_, at) => at), [count]);
  const isUnscored = result === null && view.isPending;
  const rows = useDeferredValue(isUnscored ? inOrder : view.rows);
  const [size, setSize] = useKept("gallery-size", sizeIn);
  const [hasHeat, setHeat] = useState(false);
  const { answer: scale, failure: unscaled } = useHeatScale(threshold?.value ?? null);
  const failure = view.failure ?? unscaled;
  const [marked, setMarked] = useState<ReadonlySet<number> | null>(null);
  const learnedFrom = useLearnedFrom();
  const mark = useCallback(
    (from: number, to: number) =>
      setMarked((before) => {
        const next = new Set(before);
        const between = rows.subarray(Math.min(from, to), Math.max(from, to) + 1);
        // One image is marked or no longer; of several all are marked.
        const [only] = between;
        if (between.length === 1 && only !== undefined && next.delete(only)) return next;
        between.forEach((row) => next.add(row));
        return next;
      }),
    [rows],
  );
  return (
    <div className={classes.gallery}>
      <GalleryBar
        shown={rows.length}
        size={size}
        onSize={setSize}
        tellsPlaces={scale !== null}
        hasHeat={hasHeat}
        onHeat={setHeat}
      >
        {!marked && (
          <Button size="compact-xs" variant="default" onClick={() => void learnedFrom().then(setMarked)}>
            {t("learn.choose")}
          </Button>
        )}
        {view.isPending && <Loader size={14} aria-label={t("loading")} />}
      </GalleryBar>
      {marked && <LearnBar marked={marked} shown={rows} onMarked={setMarked} />}
      {failure && <FailedAlert m="xs" color="red" failure={failure} />}
      {isUnscored && <p className={classes.failed}>{t("gallery.unscored")}</p>}
      <GalleryGrid
        rows={rows}
        result={result}
        threshold={threshold}
        size={size}
        scale={hasHeat ? scale : null}
        marked={marked}
        isPending={view.isPending}
        onMark={mark}
      />
      {hasHeat && scale && (
        <div className={classes.legend}>
          <HeatLegend scale={scale} />
        </div>
      )}
    </div>
  );
}

/** The images that are learned from at present, to begin with; none where that is all of them. */
function useLearnedFrom(): () => Promise<ReadonlySet<number>> {
  const ask = useAsk();
  const { announce } = useActions();
  const learnFrom = useRowKind("images")?.learnFrom;
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const column = useColumnNamed("folder");
  return async () => {
    if (learnFrom?.kind === "images") return new Set(learnFrom.rows);
    if (learnFrom?.kind !== "folders" || dataset === null || column < 0) return new Set();
    const about: ViewRequest = {
      dataset,
      run: null,
      threshold: null,
      within: null,
      sort: { by: "row", descending: false },
      filters: [{ column, kind: "levels", levels: learnFrom.folders }],
      search: "",
    };
    try {
      return new Set(await ask("view", about));
    } catch (error) {
      const failure = failureInfoOf(error);
      announce("bad", { ...failure, code: `failures.${failure.code}.title` });
      return new Set();
    }
  };
}

function sizeIn(kept: unknown): number {
  return typeof kept === "number" && Number.isFinite(kept)
    ? Math.min(MAX_THUMBNAIL_PX, Math.max(MIN_THUMBNAIL_PX, kept))
    : USUAL_THUMBNAIL_PX;
}
