import { Alert, Text } from "@mantine/core";
import type { ColumnDrift } from "../../engine/protocol";
import { useCall } from "../../state/use-call";
import { useSession } from "../../state/use-session";
import { shownRunOf } from "../../state/threshold";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount, formatNumber, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";

interface Props {
  readonly model: string;
}

/** More columns than this are no longer read. */
const MAX_TOLD = 8;
/** Missing more often by less than this is nothing to tell. */
const MIN_MISSING_MORE = 0.05;

/** How the open file lies against what the kept detector learned from that scores it. */
export function ModelCheck({ model }: Props) {
  const { t } = useWords("models");
  const run = useSession((state) => shownRunOf(state)?.result?.key ?? null);
  const isScored = useSession((state) => {
    const learn = shownRunOf(state)?.result?.request.recipe.learn;
    return learn?.kind === "model" && learn.model === model;
  });
  const { answer, failure } = useCall("checkModel", run === null || !isScored ? null : { model, run });
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  if (!answer) return null;
  const told = answer.columns.filter(isTold).slice(0, MAX_TOLD);
  const summary = answer.matters ? t("check.matters") : told.length > 0 ? t("check.small") : t("check.alike");
  return (
    <Alert variant="default" color={answer.matters ? "orange" : "gray"} title={summary} p="xs">
      <Text size="xs">{t(answer.verdict.isStranger ? "check.stranger" : "check.ordinary")}</Text>
      {told.length > 0 && (
        <ul aria-label={t("check.columns")}>
          {told.map((drift) => (
            <li key={drift.name}>
              <DriftLine drift={drift} />
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

function isTold({ isOther, newLevels, times, missingBefore, missingNow }: ColumnDrift): boolean {
  return isOther || newLevels.length > 0 || times !== null || missingNow - missingBefore >= MIN_MISSING_MORE;
}

function DriftLine({ drift }: { readonly drift: ColumnDrift }) {
  const { t, i18n } = useWords("models");
  const percent = (share: number) => formatPercent(share, i18n.language);
  const { name: column, times, newLevels, missingBefore, missingNow, distance, psi } = drift;
  const moved = { column, share: percent(distance), psi: formatNumber(psi, i18n.language) };
  const sentence =
    drift.column === null
      ? t("check.absent", { column })
      : times !== null
        ? t("check.times", {
            column,
            times: times >= 1 ? formatCount(times, i18n.language) : formatNumber(times, i18n.language),
          })
        : newLevels.length > 0
          ? t("check.levels", { column, levels: newLevels.join(", ") })
          : missingNow - missingBefore >= MIN_MISSING_MORE
            ? t("check.missing", { column, now: percent(missingNow), before: percent(missingBefore) })
            : t("check.moved", moved);
  return <Text size="xs">{sentence}</Text>;
}
