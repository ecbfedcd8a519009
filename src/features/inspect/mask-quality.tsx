import { Text, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../state/use-answer";
import { useAsk } from "../../state/use-session";
import { formatCount, formatPercent } from "../../ui/format";

/** Where some pictures have a mask: whether the run's heat lies where a person marked the defects. */
export function MaskQuality({ run }: { readonly run: string }) {
  const { t, i18n } = useTranslation("inspect");
  const { judgeMaps } = useAsk();
  const { answer } = useAnswer(run, judgeMaps);
  if (!answer) return null;
  return (
    <Tooltip multiline maw={340} label={t("label.masks-help")}>
      <Text size="xs" tabIndex={0}>
        {t("label.masks", {
          count: answer.pictures,
          formatted: formatCount(answer.pictures, i18n.language),
          share: formatPercent(answer.peakInMask, i18n.language),
          auc: answer.pixelAuc.toFixed(3),
        })}
      </Text>
    </Tooltip>
  );
}
