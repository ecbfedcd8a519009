import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { scoreOutOf100 } from "../../core/score/score-scale";
import { useSize } from "../../charts/use-size";
import type { Threshold } from "../../state/threshold";
import { useRowKind } from "../../state/kinds/use-row-kind";
import { useHeatMaps, useThumbnails } from "../../state/use-images";
import { useActions, useSession } from "../../state/use-session";
import type { HeatScale, RunResult } from "../../engine/protocol";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { GalleryTile } from "./gallery-tile";
import classes from "./gallery.module.css";
import { countFlagged, lineOf, linesOf, positionsIn, stepFrom } from "./gallery-lines";
import { useImageNames } from "./use-image-names";

interface Props {
  readonly rows: Uint32Array;
  readonly result: RunResult | null;
  readonly threshold: Threshold | null;
  /** Pixels a side of an image on the screen. */
  readonly size: number;
  /** Given: heat is laid over the images. */
  readonly scale: HeatScale | null;
  /** Given: a person chooses which images to learn from. */
  readonly marked: ReadonlySet<number> | null;
  readonly isPending: boolean;
  /** Marks what lies from one position to another, both included. */
  onMark(from: number, to: number): void;
}

const GAP_PX = 8;
const CAPTION_PX = 20;
const DIVIDER_PX = 34;
/** Sizes that thumbnails come in: a slider that is dragged does not ask for each of its steps. */
const THUMBNAIL_SIZES_PX = [64, 128, 256] as const;
/** In features/inspect: the element that takes the focus when a person asks for the reasons. */
const WHY_PANEL = "why-panel";

/** The images in lines, of which only those in view are drawn; flagged ones stand above the divider. */
export function GalleryGrid({ rows, result, threshold, size, scale, marked, isPending, onMark }: Props) {
  const { t, i18n } = useWords("images");
  const { select } = useActions();
  const selected = useSession((state) => state.viewState.selectedRow);
  const fit = useRowKind("images")?.fit ?? "stretch";
  const [scroller, { width }] = useSize();
  const columns = Math.max(1, Math.floor((width - GAP_PX) / (size + GAP_PX)));
  const flagged = useMemo(
    () => (result && threshold ? countFlagged(rows, result.scores, threshold.value) : 0),
    [rows, result, threshold],
  );
  const isDivided = result !== null && flagged < rows.length;
  const lines = useMemo(
    () => linesOf(rows.length, columns, isDivided ? flagged : null),
    [rows, columns, flagged, isDivided],
  );
  const lineHeight = size + CAPTION_PX + GAP_PX;
  const list = useVirtualizer({
    count: width === 0 ? 0 : lines.lines,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => (line === lines.divider ? DIVIDER_PX : lineHeight),
    overscan: 2,
    useFlushSync: false,
    paddingStart: GAP_PX,
    scrollPaddingStart: GAP_PX,
  });
  const { measure, scrollToIndex } = list;
  useEffect(() => measure(), [measure, lineHeight, lines.divider]);
  const top = positionsIn(lines, list.range?.startIndex ?? 0)[0];
  useStaying(top, `${columns} ${size}`, (position) => scrollToIndex(lineOf(lines, position), { align: "start" }));

  const items = list.getVirtualItems();
  const first = items[0] ? positionsIn(lines, items[0].index)[0] : 0;
  const end = positionsIn(lines, items.at(-1)?.index ?? -1)[1];
  const visible = useMemo(() => [...rows.subarray(first, Math.max(first, end))], [rows, first, end]);
  const pixels = THUMBNAIL_SIZES_PX.find((bucket) => bucket >= size * devicePixelRatio) ?? THUMBNAIL_SIZES_PX[2];
  const thumbnails = useThumbnails(visible, pixels);
  const heat = useHeatMaps(visible, scale !== null);
  const { nameOf, failure: nameless } = useImageNames(visible);
  const failure = thumbnails.failure ?? heat.failure ?? nameless;

  const at = useMemo(() => (selected === null ? -1 : rows.indexOf(selected)), [rows, selected]);
  const line = at < 0 ? -1 : lineOf(lines, at);
  const followed = useRef<number | null>(null);
  useEffect(() => {
    // The same image may come to lie in another line while the threshold is dragged: only a new one is brought into view.
    if (line < 0 || followed.current === selected) return;
    followed.current = selected;
    scrollToIndex(line);
  }, [selected, line, scrollToIndex]);

  const anchor = useRef(0);
  const isMarking = marked !== null;
  const choose = useCallback(
    (position: number, isRange: boolean) => {
      if (isMarking) onMark(isRange ? anchor.current : position, position);
      else select(rows[position] ?? null);
      anchor.current = position;
    },
    [isMarking, onMark, rows, select],
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    if (event.key === "Enter" && at >= 0 && !isMarking) document.getElementById(WHY_PANEL)?.focus();
    if (event.key === " " && isMarking && at >= 0) {
      event.preventDefault();
      choose(at, event.shiftKey);
    }
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 1;
    const next = stepFrom(lines, at, event.key, page);
    if (next === undefined) return;
    event.preventDefault();
    select(rows[next] ?? null);
  }

  return (
    <>
      {failure && <FailedAlert m="xs" color="red" failure={failure} />}
      <div
        ref={scroller}
        className={classes.scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t(isMarking ? "gallery.label-marking" : result ? "gallery.label" : "gallery.label-unscored")}
        aria-busy={isPending}
        aria-multiselectable={isMarking}
        {...(at >= first && at < end ? { "aria-activedescendant": `image-${selected}` } : {})}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={classes.canvas} style={{ height: list.getTotalSize() }}>
          {items.map(
            ({ index, start }) =>
              index === lines.divider &&
              threshold && (
                <p
                  key="divider"
                  role="presentation"
                  className={classes.divider}
                  style={{ top: start, height: DIVIDER_PX }}
                >
                  {t("gallery.divider", {
                    flagged: formatCount(flagged, i18n.language),
                    ordinary: formatCount(rows.length - flagged, i18n.language),
                    threshold: result ? scoreOutOf100(threshold.value, result.scale).toFixed(1) : "",
                  })}
                </p>
              ),
          )}
          {/* Not within their lines: an image that comes to lie in another one is moved, and not drawn again. */}
          {items.flatMap(({ index, start }) => {
            const [from, to] = positionsIn(lines, index);
            return Array.from(rows.subarray(from, to), (row, column) => (
              <GalleryTile
                key={row}
                row={row}
                position={from + column}
                of={rows.length}
                left={GAP_PX + column * (size + GAP_PX)}
                top={start}
                name={nameOf(row)}
                score={result ? scoreOutOf100(result.scores[row] ?? NaN, result.scale) : NaN}
                isFlagged={from + column < flagged}
                isSelected={row === selected}
                isMarked={marked ? marked.has(row) : null}
                bitmap={thumbnails.of(row)}
                heat={heat.of(row)}
                scale={scale}
                fit={fit}
                size={size}
                onChoose={choose}
              />
            ));
          })}
        </div>
        {rows.length === 0 && !isPending && <p className={classes.empty}>{t("gallery.empty")}</p>}
      </div>
    </>
  );
}

/** Keeps what stands at the top there when the lines are broken anew, because `layout` changed. */
function useStaying(top: number, layout: string, bringToTop: (position: number) => void): void {
  const before = useRef({ top, layout });
  useEffect(() => {
    const { current } = before;
    before.current = { top, layout };
    if (current.layout !== layout && current.top > 0) bringToTop(current.top);
  });
}
