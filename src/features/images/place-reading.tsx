import { Text } from "@mantine/core";
import type { HeatMap } from "../../charts/image/contour";
import { heatAt } from "../../charts/image/figures";
import type { HeatScale } from "../../core/images/heat-colour";
import type { IgnoredArea, Place } from "../../charts/image/ignored-area";
import { IGNORE_GRID } from "../../core/kinds/images-kind";
import { formatNumber, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";

interface Props {
  /** Pointed at; null: none. */
  readonly place: Place | null;
  readonly heat: HeatMap | null;
  readonly scale: HeatScale | null;
  readonly ignored: IgnoredArea;
}

/** The heat at the place that is pointed at, against the threshold. */
export function PlaceReading({ place, heat, scale, ignored }: Props) {
  const { t, i18n } = useWords("images");
  return (
    <Text size="xs" c="dimmed" h={18} truncate aria-live="polite">
      {said()}
    </Text>
  );

  function said(): string {
    if (!heat || !scale) return "";
    if (!place) return t("inspector.hint");
    const cell = (share: number) => Math.min(IGNORE_GRID - 1, Math.floor(share * IGNORE_GRID));
    const isIgnored = ignored[cell(place.y) * IGNORE_GRID + cell(place.x)] === 1;
    const value = heatAt(heat, place);
    const percent = (share: number) => formatPercent(Math.round(share * 100) / 100, i18n.language);
    return t(isIgnored ? "inspector.at-ignored" : "inspector.at", {
      x: percent(place.x),
      y: percent(place.y),
      heat: formatNumber(value, i18n.language),
      times: formatNumber(value / scale.threshold, i18n.language, 2),
    });
  }
}
