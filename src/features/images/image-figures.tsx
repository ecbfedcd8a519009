import { Table } from "@mantine/core";
import { useMemo } from "react";
import { figuresOf } from "../../charts/image/figures";
import type { ImageDetail } from "../../engine/protocol";
import { formatNumber, formatPercent } from "../../ui/format";
import { useWords, type MessageBelow } from "../../ui/use-words";
import classes from "./inspector.module.css";

interface Props {
  readonly detail: ImageDetail;
  /** NaN: none. */
  readonly score: number;
}

/** What the image shows, in figures, for those who cannot see it or want to write it down. */
export function ImageFigures({ detail: { seen, heat, scale, strongest, mask }, score }: Props) {
  const { t, i18n } = useWords("images");
  const figures = useMemo(() => (heat && scale ? figuresOf(heat, scale.threshold) : null), [heat, scale]);
  const number = (value: number) => formatNumber(value, i18n.language);
  const percent = (share: number) => formatPercent(share, i18n.language);
  const lines: [what: MessageBelow<"images", "figures">, value: string][] = [["score", number(score)]];
  if (figures && scale) {
    const { x, y, peak, above } = figures;
    const isInMask = mask?.[Math.floor(y * seen.size) * seen.size + Math.floor(x * seen.size)] === 1;
    lines.push(
      ["peak", number(peak)],
      ["place", t("figures.place-value", { x: percent(x), y: percent(y) })],
      ["threshold", number(scale.threshold)],
      ["above", percent(above)],
      [
        "region",
        strongest
          ? t("figures.region-value", {
              x: percent(strongest.left),
              right: percent(strongest.left + strongest.width),
              y: percent(strongest.top),
              bottom: percent(strongest.top + strongest.height),
            })
          : t("figures.none"),
      ],
    );
    if (mask) lines.push(["mask", t(isInMask ? "figures.yes" : "figures.no")]);
  }
  return (
    <details className={classes.figures}>
      <summary>{t("figures.open")}</summary>
      <Table fz="xs" verticalSpacing={3} horizontalSpacing={6} aria-label={t("figures.open")}>
        <Table.Tbody>
          {lines.map(([what, value]) => (
            <Table.Tr key={what}>
              <Table.Th scope="row" fw={400}>
                {t(`figures.${what}`)}
              </Table.Th>
              <Table.Td ta="right">{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
