import { Alert, Text } from "@mantine/core";
import type { ColumnDrift } from "../../engine/protocol";
import { useCall } from "../../state/use-call";
import { useSession } from "../../state/use-session";
import { shownRunOf } from "../../state/threshold";
import { FailedAlert } from "../../ui/failed-alert";
import { useWords } from "../../ui/use-words";
import { isToldOf, useDriftWords } from "./use-drift-words";

interface Props {
  readonly model: string;
}

/** More columns than this are no longer read. */
const MAX_TOLD = 8;

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
  const told = answer.columns.filter(isToldOf).slice(0, MAX_TOLD);
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

function DriftLine({ drift }: { readonly drift: ColumnDrift }) {
  return <Text size="xs">{useDriftWords()(drift)}</Text>;
}
