import { Button, Menu, Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { coreKindOf } from "../../core/kinds/kinds";
import type { ColumnRecipe } from "../../core/prepare/recipe";
import { useAnyRowKind } from "../../state/kinds/use-row-kind";
import { useActions } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import classes from "./column-list.module.css";
import { ENCODE_RULES, MISSING_KINDS, COLUMN_ROLES, SCALE_RULES } from "./words-of-choice";

interface Props {
  readonly positions: readonly number[];
  onClear(): void;
}

interface Change {
  readonly label: string;
  readonly change: Partial<ColumnRecipe>;
}

/** Changes many columns at once, each choice in one undoable step. */
export function BulkBar({ positions, onClear }: Props) {
  const { t } = useWords("prepare");
  const { setColumns } = useActions();
  // In series and events nothing but the role of a column counts.
  const { preparesColumns } = coreKindOf(useAnyRowKind());
  const menus: readonly { readonly name: string; readonly changes: readonly Change[] }[] = [
    {
      name: t("columns.head.role"),
      changes: COLUMN_ROLES.map((role) => ({ label: t(`role.${role}`), change: { role } })),
    },
    {
      name: t("choices.missing"),
      changes: [
        ...MISSING_KINDS.filter((kind) => kind !== "constant").map((kind) => ({
          label: t(`missingRule.${kind}`),
          change: { missing: { kind } },
        })),
        { label: t("bulk.signalOn"), change: { missingSignal: true } },
        { label: t("bulk.signalOff"), change: { missingSignal: false } },
      ],
    },
    {
      name: t("choices.scale"),
      changes: [
        ...SCALE_RULES.map((scale) => ({ label: t(`scale.${scale}`), change: { scale } })),
        { label: t("bulk.logOn"), change: { log: true } },
        { label: t("bulk.logOff"), change: { log: false } },
      ],
    },
    {
      name: t("choices.encode"),
      changes: ENCODE_RULES.map((encode) => ({ label: t(`encode.${encode}`), change: { encode } })),
    },
  ];

  return (
    <div className={classes.bulk} role="toolbar" aria-label={t("bulk.title", { count: positions.length })}>
      <Text size="sm" fw={600}>
        {t("bulk.title", { count: positions.length })}
      </Text>
      {(preparesColumns ? menus : menus.slice(0, 1)).map(({ name, changes }) => (
        <Menu key={name} shadow="md" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={12} />}>
              {name}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {changes.map(({ label, change }) => (
              <Menu.Item key={label} onClick={() => setColumns(positions, change)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {t("bulk.clear")}
      </Button>
    </div>
  );
}
