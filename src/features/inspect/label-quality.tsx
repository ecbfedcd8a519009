import { Button, Text, Tooltip } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Judgement, RunResult } from "../../engine/protocol";
import { shownCutOf } from "../../state/cut";
import { useAsk, useSession } from "../../state/use-session";
import { formatCount, formatPercent } from "../../ui/format";

const REST_MS = 150;

/** Where a column is a label: how the flagged rows agree with it. Hidden until asked for, so that the data are looked at first. */
export function LabelQuality({ result }: { readonly result: RunResult }) {
  const { t } = useTranslation("inspect");
  const [isShown, setShown] = useState(false);
  const hasLabel = useSession(
    (state) => state.history.present.recipe?.columns.some(({ role }) => role === "label") ?? false,
  );
  if (!hasLabel) return null;
  if (!isShown)
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setShown(true)}>
        {t("label.show")}
      </Button>
    );
  return <Agreement result={result} />;
}

function Agreement({ result }: { readonly result: RunResult }) {
  const { t, i18n } = useTranslation("inspect");
  const ask = useAsk();
  const cut = useSession((state) => shownCutOf(state)?.value ?? null);
  const columns = useSession((state) => state.dataset?.columns);
  const [found, setFound] = useState<Judgement | null>(null);
  useEffect(() => {
    if (cut === null) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      ask.judge(result.key, cut).then(
        (judgement) => {
          if (isCurrent) setFound(judgement);
        },
        // The run was forgotten: the next result asks again.
        () => undefined,
      );
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, result.key, cut]);
  if (!found) return null;
  const language = i18n.language;
  return (
    <Tooltip multiline maw={340} label={t("label.help")}>
      <Text size="xs" tabIndex={0}>
        {t("label.agreement", {
          label: `${columns?.[found.column]?.name ?? ""} = ${found.positive}`,
          hits: formatCount(found.hits, language),
          positives: formatCount(found.positives, language),
          recall: formatPercent(found.positives ? found.hits / found.positives : 0, language),
          precision: formatPercent(found.flagged ? found.hits / found.flagged : 0, language),
          auc: found.rocAuc.toFixed(3),
          ap: found.averagePrecision.toFixed(3),
        })}
      </Text>
    </Tooltip>
  );
}
