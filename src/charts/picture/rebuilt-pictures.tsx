import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Sight } from "../../core/detect/sight";
import { formatCount, formatPercent } from "../../ui/format";
import { ChartFrame } from "../frame/chart-frame";
import { differenceOf } from "./figures";
import { Pixels } from "./layers";
import classes from "./rebuilt-pictures.module.css";
import { rgbaOf } from "./rgba-of";

type RebuiltSight = Extract<Sight, { kind: "rebuilt" }>;

const LARGEST = 96;
const GAP = 6;
const NAME_WIDTH = 78;

/** Pictures that were learned from, above what the network makes of them so far, and those that it makes of nothing. */
export const RebuiltPictures = memo(function RebuiltPictures({ sight }: { readonly sight: RebuiltSight }) {
  const { t, i18n } = useTranslation("pictures");
  const lines = useMemo(() => linesOf(sight), [sight]);
  const count = lines[0]?.pictures.length ?? 0;
  const table = () => {
    const real = lines.find(({ name }) => name === "real")?.pictures ?? [];
    const rebuilt = lines.find(({ name }) => name === "rebuilt")?.pictures ?? [];
    return {
      columns: [t("learning.picture"), t("learning.apart")],
      rows: real.map((picture, at) => [
        formatCount(at + 1, i18n.language),
        formatPercent(meanOf(differenceOf(picture, rebuilt[at] ?? picture)), i18n.language),
      ]),
    };
  };
  return (
    <ChartFrame
      title={t("learning.title", { at: formatCount(sight.at, i18n.language) })}
      info={t("learning.info")}
      table={table}
    >
      {({ width }) => {
        const side = Math.min(LARGEST, Math.floor((width - NAME_WIDTH) / Math.max(1, count)) - GAP);
        return (
          <div className={classes.lines} style={{ gap: GAP }}>
            {lines.map(({ name, pictures }) => (
              <div
                key={name}
                className={classes.line}
                style={{ gap: GAP }}
                role="img"
                aria-label={t(`learning.${name}`)}
              >
                <span className={classes.name} style={{ width: NAME_WIDTH }}>
                  {t(`learning.${name}`)}
                </span>
                {pictures.map((rgba, at) => (
                  <span key={at} className={classes.picture} style={{ width: side, height: side }}>
                    <Pixels width={sight.size} height={sight.size} rgba={rgba} />
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

/** As many pictures as fit into a line beside each other. */
const MOST = 8;

function linesOf(sight: RebuiltSight) {
  const { size, real, rebuilt, made } = sight;
  const each = size * size * sight.channels;
  const line = (name: "real" | "rebuilt" | "made", values: Float32Array) => ({
    name,
    pictures: Array.from({ length: Math.min(MOST, Math.floor(values.length / each)) }, (_, at) =>
      rgbaOf(values, at, sight),
    ),
  });
  return [line("real", real), line("rebuilt", rebuilt), ...(made ? [line("made", made)] : [])].filter(
    ({ pictures }) => pictures.length > 0,
  );
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
