import { Group, Loader, SegmentedControl, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { memo, useDeferredValue } from "react";
import { shownThresholdOf } from "../../state/threshold";
import { useActions, useSession } from "../../state/use-session";
import { useViewRows } from "../../state/use-view-rows";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { ColumnsMenu } from "./columns-menu";
import { FilterChips } from "./filter-chips";
import { FilterMenu } from "./filter-menu";
import classes from "./row-table.module.css";
import { RowGrid } from "./row-grid";

/** Flagged rows, or all of them: sorted, filtered and searched; only what is in view is drawn. */
export function RowTable() {
  const view = useViewRows();
  // While the threshold is dragged, the count and the line go first; the table follows between the moves.
  const rows = useDeferredValue(view.rows);
  // Busy from the moment that other rows are asked for until they are drawn: a header already says the new order.
  const wasPending = useDeferredValue(view.isPending);
  const isPending = view.isPending || wasPending;
  const flagged = useDeferredValue(useSession((state) => shownThresholdOf(state)?.count ?? 0));
  return (
    <div className={classes.table}>
      <Bar shown={rows.length} flagged={flagged} isPending={isPending} />
      {view.failure ? (
        <FailedAlert m="xs" variant="default" failure={view.failure} />
      ) : (
        <RowGrid rows={rows} isPending={isPending} />
      )}
    </div>
  );
}

interface BarProps {
  readonly shown: number;
  readonly flagged: number;
  readonly isPending: boolean;
}

const Bar = memo(function Bar({ shown, flagged, isPending }: BarProps) {
  const { t, i18n } = useWords("inspect");
  const { notice } = useActions();
  const { tableRows, search } = useSession((state) => state.viewState);
  const all = useSession((state) => state.dataset?.rowCount ?? 0);
  return (
    <Group gap="xs" px="sm" py={6} className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t("table.which")}
        value={tableRows}
        onChange={(value) => notice({ tableRows: value === "all" ? "all" : "flagged" })}
        data={[
          { value: "flagged", label: t("table.flagged", { formatted: formatCount(flagged, i18n.language) }) },
          { value: "all", label: t("table.all", { formatted: formatCount(all, i18n.language) }) },
        ]}
      />
      <TextInput
        size="xs"
        w={170}
        aria-label={t("table.search")}
        placeholder={t("table.search")}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={({ currentTarget }) => notice({ search: currentTarget.value })}
      />
      <FilterMenu />
      <ColumnsMenu />
      <FilterChips shown={shown} />
      {isPending && <Loader size={14} aria-label={t("table.working")} />}
    </Group>
  );
});
