import { Button, Group, NativeSelect, Popover, Text, Tooltip } from "@mantine/core";
import { useMemo } from "react";
import { GUIDED } from "../../core/detect/run-key";
import { flaggedRowsOf, shownResultOf, shownThresholdOf } from "../../state/threshold";
import { leastSureRow, type MarkFilter } from "../../state/marked-rows";
import { useActions, useSession, useSessionStore } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { MarksMenu } from "./marks-menu";

const filters = ["unmarked", "anomaly", "not-anomaly", "unsure"] as const;

/** How far a person is through the flagged rows, once anything was said of a row. */
export function ProgressLine() {
  const isBegun = useSession((state) => state.history.present.marks.length > 0);
  return isBegun ? <Progress /> : null;
}

function Progress() {
  const { t, i18n } = useWords("judge");
  const { notice } = useActions();
  const result = useSession(shownResultOf);
  const threshold = useSession(shownThresholdOf);
  const { byRow, lost } = useSession((state) => state.marked);
  const filter = useSession((state) => state.viewState.markFilter);
  const { looked, anomalies, elsewhere, flagged } = useMemo(() => {
    let [inFlagged, strange] = [0, 0];
    if (result && threshold)
      for (const row of flaggedRowsOf(result, threshold)) {
        const mark = byRow.get(row);
        if (!mark) continue;
        inFlagged += 1;
        if (mark.verdict === "anomaly") strange += 1;
      }
    return { looked: inFlagged, anomalies: strange, elsewhere: byRow.size - inFlagged, flagged: threshold?.count ?? 0 };
  }, [result, threshold, byRow]);
  const count = (of: number) => ({ count: of, formatted: formatCount(of, i18n.language) });
  return (
    <Group gap="xs" px="sm" py={4} role="status">
      <Text size="xs">
        {t("progress", { ...count(flagged), looked: formatCount(looked, i18n.language) })}
        {" · "}
        {t("anomalies", count(anomalies))}
        {elsewhere > 0 && ` · ${t("elsewhere", count(elsewhere))}`}
      </Text>
      <NativeSelect
        size="xs"
        aria-label={t("filter.label")}
        data={[
          { value: "", label: t("filter.any") },
          ...filters.map((value) => ({ value, label: t(`filter.${value}`) })),
        ]}
        value={filter ?? ""}
        onChange={({ currentTarget }) =>
          notice({ markFilter: filters.find((one): one is MarkFilter => one === currentTarget.value) ?? null })
        }
      />
      <ShowNext />
      <MarksMenu />
      {lost.length > 0 && <Lost count={lost.length} notes={lost.slice(0, 20).map(({ note }) => note)} />}
    </Group>
  );
}

/** Leads to the row whose mark would teach most, once something was learned from marks. */
function ShowNext() {
  const { t } = useWords("judge");
  const store = useSessionStore();
  const { select } = useActions();
  const hasGuided = useSession(({ runs }) => runs[GUIDED]?.result != null);
  if (!hasGuided) return null;
  const go = () => {
    const { runs, marked } = store.getState();
    const result = runs[GUIDED]?.result;
    if (result) select(leastSureRow(result, marked));
  };
  return (
    <Tooltip label={t("next-help")} multiline maw={260}>
      <Button size="compact-xs" variant="light" onClick={go}>
        {t("next")}
      </Button>
    </Tooltip>
  );
}

function Lost({ count, notes }: { readonly count: number; readonly notes: readonly string[] }) {
  const { t, i18n } = useWords("judge");
  return (
    <Popover width={280} shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" color="orange">
          {t("lost", { count, formatted: formatCount(count, i18n.language) })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600}>
          {t("lost-title")}
        </Text>
        <Text size="sm">{t("lost-help")}</Text>
        {notes.filter(Boolean).map((note, at) => (
          <Text key={at} size="xs" c="dimmed">
            {note}
          </Text>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
