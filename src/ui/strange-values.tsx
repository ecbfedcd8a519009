import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { formatCount } from "./format";
import classes from "./strange-values.module.css";
import { useWords } from "./use-words";

interface Props {
  /** Name of the label. */
  readonly column: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly strange: readonly string[];
  /** By what they were guessed, and whether a person said otherwise. */
  readonly by: "values" | "name" | "share";
  readonly isSaid: boolean;
  /** Null: as guessed. */
  onChange(strange: readonly string[] | null): void;
}

/** Which values of a label mean strange, each with a tick: at least one, and never all. */
export function StrangeValues({ column, values, strange, by, isSaid, onChange }: Props) {
  const { t, i18n } = useWords("ui");
  const chosen = new Set(strange);
  const count = values.filter(({ value }) => chosen.has(value)).length;
  const toggle = (toggled: string) =>
    onChange(values.map(({ value }) => value).filter((value) => chosen.has(value) !== (value === toggled)));
  return (
    <Stack gap={6} component="fieldset" className={classes.values}>
      <Text component="legend" size="sm" fw={500}>
        {t("strange.title", { column })}
      </Text>
      <div className={classes.list}>
        {values.map(({ value, count: rows }) => (
          <Checkbox
            key={value}
            size="xs"
            checked={chosen.has(value)}
            // None of them, or all, would tell nothing apart.
            disabled={chosen.has(value) ? count === 1 : count === values.length - 1}
            onChange={() => toggle(value)}
            label={t("strange.value", {
              value: value === "" ? t("strange.blank") : value,
              count: rows,
              formatted: formatCount(rows, i18n.language),
            })}
          />
        ))}
      </div>
      <Group gap={8}>
        <Text size="xs" c="dimmed">
          {isSaid ? t("strange.said") : t(`strange.by.${by}`)}
        </Text>
        {isSaid && (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(null)}>
            {t("strange.guess")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
