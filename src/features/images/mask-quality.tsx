import { Text, Tooltip } from "@mantine/core";
import { useCall } from "../../state/use-call";
import { useSaidStrange } from "../../state/use-label-truth";
import { useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";

/** Where some images have a mask: whether the run's heat lies where a person marked the defects. */
export function MaskQuality({ run }: { readonly run: string }) {
  const hasMasks = useSession(({ dataset }) => dataset?.read.format === "images" && dataset.read.report.masks > 0);
  return hasMasks && <Quality run={run} />;
}

function Quality({ run }: { readonly run: string }) {
  const { t, i18n } = useWords("inspect");
  const strange = useSaidStrange();
  const { answer, failure } = useCall("evaluateMaps", { run, ...(strange && { strange }) });
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  if (!answer) return null;
  return (
    <Tooltip multiline maw={340} label={t("label.masks-help")}>
      <Text size="xs" tabIndex={0}>
        {t("label.masks", {
          count: answer.images,
          formatted: formatCount(answer.images, i18n.language),
          share: formatPercent(answer.peakInMask, i18n.language),
          auc: answer.pixelAuc.toFixed(3),
        })}
      </Text>
    </Tooltip>
  );
}
