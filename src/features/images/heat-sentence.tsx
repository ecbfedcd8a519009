import { Text } from "@mantine/core";
import { useMemo } from "react";
import { figuresOf, ninthAt } from "../../charts/image/figures";
import type { ImageDetail } from "../../engine/protocol";
import { formatNumber, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";

/** Where an image is strange and how much, in one sentence. */
export function HeatSentence({ detail: { heat, scale } }: { readonly detail: ImageDetail }) {
  const { t, i18n } = useWords("images");
  const figures = useMemo(() => (heat && scale ? figuresOf(heat, scale.threshold) : null), [heat, scale]);
  if (!figures || !scale) return <Text size="sm">{t("inspector.no-places")}</Text>;
  return (
    <Text size="sm">
      {t(figures.above > 0 ? "inspector.strongest" : "inspector.calm", {
        place: t(`inspector.place.${ninthAt(figures)}`),
        times: formatNumber(figures.peak / scale.threshold, i18n.language, 2),
        share: formatPercent(figures.above, i18n.language),
      })}
    </Text>
  );
}
