import { memo, useMemo } from "react";
import type { TrainingView } from "../../core/detect/training-view";
import { formatCount, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { ChartFrame } from "../frame/chart-frame";
import { differenceOf } from "./figures";
import { Pixels } from "./layers";
import classes from "./rebuilt-images.module.css";
import { rgbaOf } from "./rgba-of";

type RebuiltView = Extract<TrainingView, { kind: "rebuilt" }>;

const MAX_IMAGE_PX = 96;
const GAP_PX = 6;
const NAME_PX = 78;

/** Images that were learned from, above what the network makes of them so far, and those that it makes of nothing. */
export const RebuiltImages = memo(function RebuiltImages({ trainingView }: { readonly trainingView: RebuiltView }) {
  const { t, i18n } = useWords("images");
  const lines = useMemo(() => linesOf(trainingView), [trainingView]);
  const count = lines[0]?.images.length ?? 0;
  const table = () => {
    const real = lines.find(({ name }) => name === "real")?.images ?? [];
    const rebuilt = lines.find(({ name }) => name === "rebuilt")?.images ?? [];
    return {
      columns: [t("learning.image"), t("learning.apart")],
      rows: real.map((image, at) => [
        formatCount(at + 1, i18n.language),
        formatPercent(meanOf(differenceOf(image, rebuilt[at] ?? image)), i18n.language),
      ]),
    };
  };
  return (
    <ChartFrame
      title={t("learning.title", { at: formatCount(trainingView.at, i18n.language) })}
      info={t("learning.info")}
      table={table}
    >
      {({ width }) => {
        const side = Math.min(MAX_IMAGE_PX, Math.floor((width - NAME_PX) / Math.max(1, count)) - GAP_PX);
        return (
          <div className={classes.lines} style={{ gap: GAP_PX }}>
            {lines.map(({ name, images }) => (
              <div
                key={name}
                className={classes.line}
                style={{ gap: GAP_PX }}
                role="img"
                aria-label={t(`learning.${name}`)}
              >
                <span className={classes.name} style={{ width: NAME_PX }}>
                  {t(`learning.${name}`)}
                </span>
                {images.map((rgba, at) => (
                  <span key={at} className={classes.image} style={{ width: side, height: side }}>
                    <Pixels width={trainingView.size} height={trainingView.size} rgba={rgba} />
                  </span>
                ))}
              </div>
            ))}
          </div>
        );
      }}
    </ChartFrame>
  );
});

/** As many images as fit into a line beside each other. */
const MAX_IMAGES_SHOWN = 8;

function linesOf(trainingView: RebuiltView) {
  const { size, real, rebuilt, made } = trainingView;
  const each = size * size * trainingView.channels;
  const line = (name: "real" | "rebuilt" | "made", values: Float32Array) => ({
    name,
    images: Array.from({ length: Math.min(MAX_IMAGES_SHOWN, Math.floor(values.length / each)) }, (_, at) =>
      rgbaOf(values, at, trainingView),
    ),
  });
  return [line("real", real), line("rebuilt", rebuilt), ...(made ? [line("made", made)] : [])].filter(
    ({ images }) => images.length > 0,
  );
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
