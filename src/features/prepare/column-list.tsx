import { Checkbox, Drawer, NativeSelect, Text, TextInput } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { BulkBar } from "./bulk-bar";
import { ColumnDetail } from "./column-detail";
import classes from "./column-list.module.css";
import { ColumnRows } from "./column-rows";
import { useTicks } from "./use-ticks";
import { isRole, COLUMN_ROLES } from "./words-of-choice";

/** Below this width of the list the details come as a sheet from below. */
const MIN_WIDE_PX = 1000;
const EVERY_ROLE = "all" as const;

/** All columns of the file with their kinds, roles and warnings; one opens its details, several are changed together. */
export function ColumnList() {
  const { t, i18n } = useWords("prepare");
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  const [search, setSearch] = useState("");
  const [roleShown, setRoleShown] = useState<string>(EVERY_ROLE);
  const [opened, setOpened] = useState<number | null>(null);
  const { ref, width } = useElementSize();
  const shown = positionsOf();
  const ticks = useTicks(shown, dataset?.id ?? "");
  if (!dataset || !recipe) return null;

  const isWide = width === 0 || width >= MIN_WIDE_PX;
  const open = opened !== null && opened < dataset.columns.length ? opened : null;
  const allTicked = shown.length > 0 && shown.every((position) => ticks.has(position));
  const detail = open !== null && <ColumnDetail position={open} onClose={() => setOpened(null)} />;

  return (
    <section ref={ref} className={classes.list} aria-label={t("columns.title")}>
      <div className={classes.tools}>
        <TextInput
          size="xs"
          className={classes.search}
          leftSection={<IconSearch size={14} />}
          placeholder={t("columns.search")}
          aria-label={t("columns.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          value={roleShown}
          onChange={(event) => setRoleShown(event.currentTarget.value)}
          aria-label={t("columns.filter")}
          data={[EVERY_ROLE, ...COLUMN_ROLES].map((role) => ({
            value: role,
            label: t(role === EVERY_ROLE ? "columns.every" : `columns.only.${role}`, {
              columns: formatCount(countOf(role), i18n.language),
            }),
          }))}
        />
        <Checkbox
          size="xs"
          label={t("columns.tickAll")}
          checked={allTicked}
          indeterminate={!allTicked && ticks.size > 0}
          onChange={() => ticks.set(allTicked ? [] : shown)}
        />
      </div>
      {ticks.size > 0 && <BulkBar positions={[...ticks.all]} onClear={() => ticks.set([])} />}
      <div className={classes.body}>
        {shown.length === 0 ? (
          <Text size="sm" c="dimmed" p={16} className={classes.rows}>
            {t("columns.none")}
          </Text>
        ) : (
          <ColumnRows
            shown={shown}
            isWide={width === 0 || width >= 760}
            opened={open}
            onOpen={setOpened}
            ticks={ticks}
          />
        )}
        {isWide && detail && <aside className={classes.aside}>{detail}</aside>}
      </div>
      {!isWide && (
        <Drawer.Root
          opened={open !== null}
          onClose={() => setOpened(null)}
          position="bottom"
          size="75%"
          transitionProps={{ duration: 0 }}
        >
          <Drawer.Overlay />
          <Drawer.Content aria-label={t("columns.details")}>
            <Drawer.Body pt={12}>{detail}</Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      )}
    </section>
  );

  function positionsOf(): readonly number[] {
    const wanted = search.trim().toLowerCase();
    const positions: number[] = [];
    dataset?.columns.forEach(({ name }, position) => {
      const role = recipe?.columns[position]?.role;
      if (isRole(roleShown) && role !== roleShown) return;
      if (wanted === "" || name.toLowerCase().includes(wanted)) positions.push(position);
    });
    return positions;
  }

  function countOf(role: string): number {
    return recipe?.columns.filter((column) => role === EVERY_ROLE || column.role === role).length ?? 0;
  }
}
