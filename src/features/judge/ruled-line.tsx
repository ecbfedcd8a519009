import { Text } from "@mantine/core";
import { useMemo } from "react";
import { ruleInTable } from "../../core/rules/flag-rule";
import { useCall } from "../../state/use-call";
import { useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import { useFilterWords } from "../../ui/use-filter-words";

/** Which of a person's rules means the selected row, and what it says: a reason that no score can give. */
export function RuledLine({ row }: { readonly row: number }) {
  const { t } = useWords("judge");
  const dataset = useSession((state) => state.dataset);
  const rules = useSession(({ history }) => history.present.rules);
  const wordsOf = useFilterWords();
  const known = useMemo(
    () =>
      rules.flatMap((rule) => {
        const inTable = ruleInTable(rule, dataset?.columns ?? []);
        return inTable ? [{ rule, inTable }] : [];
      }),
    [rules, dataset],
  );
  const request = useMemo(
    () => dataset && known.length > 0 && { dataset: dataset.id, rules: known.map(({ inTable }) => inTable), row },
    [dataset, known, row],
  );
  const { answer } = useCall("rulesOn", request || null);
  const meant = known[answer?.meant[0] ?? -1];
  if (!meant) return null;
  return (
    <Text size="xs" fw={500}>
      {t(`rules.on-row.${meant.rule.says}`, { where: wordsOf(meant.rule.where.filters) })}
    </Text>
  );
}
