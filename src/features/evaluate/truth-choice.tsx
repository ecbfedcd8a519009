import { Checkbox, Group, Text } from "@mantine/core";
import { labelColumnOf } from "../../core/project/label-truth";
import type { TruthSource } from "../../core/truth/truth-sources";
import { decidedRows } from "../../state/marked-rows";
import { useLabelTruth } from "../../state/use-label-truth";
import { useActions, useSession } from "../../state/use-session";
import type { KnownTruth } from "../../state/use-truth";
import { formatCount, formatNames } from "../../ui/format";
import { useWords } from "../../ui/use-words";

/** By what detectors are judged: each source that there is, with a tick; at least one counts. */
export function TruthChoice({ truth: { available, counting } }: { readonly truth: KnownTruth }) {
  const { t } = useWords("evaluate");
  const { judgeBy } = useActions();
  const wordsOf = useSourceWords();
  const toggle = (source: TruthSource) =>
    judgeBy(available.filter((one) => counting.includes(one) !== (one === source)));
  return (
    <Group gap="sm" role="group" aria-label={t("source.title")}>
      <Text size="sm">{t("source.title")}</Text>
      {available.map((source) => (
        <Checkbox
          key={source}
          size="xs"
          label={wordsOf(source)}
          checked={counting.includes(source)}
          disabled={counting.length === 1 && counting[0] === source}
          onChange={() => toggle(source)}
        />
      ))}
    </Group>
  );
}

function useSourceWords(): (source: TruthSource) => string {
  const { t, i18n } = useWords("evaluate");
  const label = useSession(({ history }) => labelColumnOf(history.present.recipe));
  const column = useSession(({ dataset }) => (label === null ? "" : (dataset?.columns[label]?.name ?? "")));
  const { truth } = useLabelTruth(label);
  const marks = useSession(({ marked }) => decidedRows(marked).rows.length);
  return (source) => {
    if (source === "marks") return t("source.marks", { count: marks, formatted: formatCount(marks, i18n.language) });
    if (source !== "label") return t(`source.${source}`);
    return truth
      ? t("source.label", { column, values: formatNames(truth.strange, i18n.language) })
      : t("source.label-plain");
  };
}
