import { Alert, Text } from "@mantine/core";
import type { ColumnDrift } from "../../engine/protocol";
import { useCall } from "../../state/use-call";
import { useSession } from "../../state/use-session";
import { shownRunOf } from "../../state/threshold";
import { FailedAlert } from "../../ui/failed-alert";
import { TwoSpreads } from "../../charts/two-spreads/two-spreads";
import { formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./model-check.module.css";
import { isToldOf, useDriftWords } from "./use-drift-words";

interface Props {
  readonly model: string;
}

/** More columns than this are no longer read. */
const MAX_TOLD = 8;

/** How the open file lies against what the kept detector learned from that scores it. */
export function ModelCheck({ model }: Props) {
  const { t, i18n } = useWords("models");
  const run = useSession((state) => shownRunOf(state)?.result?.key ?? null);
  const isScored = useSession((state) => {
    const learn = shownRunOf(state)?.result?.request.recipe.learn;
    return learn?.kind === "model" && learn.model === model;
  });
  const { answer, failure } = useCall("checkModel", run === null || !isScored ? null : { model, run });
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  if (!answer) return null;
  const told = answer.columns.filter(isToldOf).slice(0, MAX_TOLD);
  const summary = answer.matters
    ? t("check.matters")
    : told.length > 0 || answer.apart
      ? t("check.small")
      : t("check.alike");
  return (
    <Alert variant="default" color={answer.matters ? "orange" : "gray"} title={summary} p="xs">
      <Text size="xs">{t(answer.verdict.isStranger ? "check.stranger" : "check.ordinary")}</Text>
      {answer.apart && (
        <Text size="xs">{t("check.apart", { share: formatPercent(answer.apart.auc, i18n.language) })}</Text>
      )}
      {told.some(({ beside }) => beside) && (
        <Text size="xs" c="dimmed" className={classes.keys ?? ""}>
          <span className={classes.before} aria-hidden /> {t("check.keys.before")}{" "}
          <span className={classes.now} aria-hidden /> {t("check.keys.now")}
        </Text>
      )}
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

function DriftLine({ drift }: { readonly drift: ColumnDrift }) {
  const { t } = useWords("models");
  const words = useDriftWords();
  return (
    <>
      <Text size="xs">{words(drift)}</Text>
      {drift.isOther && drift.beside && (
        <TwoSpreads spreads={drift.beside} label={t("check.beside", { column: drift.name })} />
      )}
    </>
  );
}
