import { ActionIcon, Button, Group, Popover, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { ruleInTable, type FlagRule } from "../../core/rules/flag-rule";
import { useCall } from "../../state/use-call";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { useFilterWords } from "../../ui/use-filter-words";

/** What a person says of all rows that some filters let through: always flagged, or never; each with its count. */
export function RulesButton() {
  const { t } = useWords("judge");
  const [isOpen, setOpen] = useState(false);
  const rules = useSession(({ history }) => history.present.rules);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={360} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {rules.length > 0 ? t("rules.open-some", { count: rules.length }) : t("rules.open")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {t("rules.title")}
          </Text>
          <Listed rules={rules} />
          <NewRule />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Listed({ rules }: { readonly rules: readonly FlagRule[] }) {
  const { t, i18n } = useWords("judge");
  const dataset = useSession((state) => state.dataset);
  const { removeRule } = useActions();
  const wordsOf = useFilterWords();
  const inTable = useMemo(() => rules.map((one) => ruleInTable(one, dataset?.columns ?? [])), [rules, dataset]);
  const known = useMemo(() => inTable.flatMap((one) => one ?? []), [inTable]);
  const { answer } = useCall(
    "rulesOn",
    dataset && known.length > 0 ? { dataset: dataset.id, rules: known, row: null } : null,
  );
  return rules.map((rule, at) => {
    const own = inTable[at];
    const count = own && answer?.counts[known.indexOf(own)];
    return (
      <Group key={at} gap="xs" wrap="nowrap" justify="space-between">
        <Text size="xs">
          {t(`rules.says.${rule.says}`, { where: wordsOf(rule.where.filters) })}{" "}
          <Text span c="dimmed" size="xs">
            {!own
              ? t("rules.no-column")
              : count !== undefined &&
                count !== null &&
                t("rules.rows", { count, formatted: formatCount(count, i18n.language) })}
          </Text>
        </Text>
        <ActionIcon
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={t("rules.remove")}
          onClick={() => removeRule(at)}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
    );
  });
}

/** The filters of the table become a rule in one click. */
function NewRule() {
  const { t } = useWords("judge");
  const filters = useSession(({ viewState }) => viewState.filters);
  const { addRule } = useActions();
  if (filters.length === 0) return <Text size="xs">{t("rules.how")}</Text>;
  return (
    <Group gap="xs">
      <Text size="xs">{t("rules.new")}</Text>
      <Button size="compact-sm" variant="light" color="red" onClick={() => addRule("flag")}>
        {t("rules.make.flag")}
      </Button>
      <Button size="compact-sm" variant="light" onClick={() => addRule("ignore")}>
        {t("rules.make.ignore")}
      </Button>
    </Group>
  );
}
