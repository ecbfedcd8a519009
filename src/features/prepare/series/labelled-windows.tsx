import { ActionIcon, Button, FileButton, Select, Text, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { useActions, useSession } from "../../../state/use-session";
import { useWords } from "../../../ui/use-words";
import classes from "../row-kind/row-kind.module.css";

/** The windows of time that are known to be strange: brought as JSON, shown in the chart, and what the series is evaluated by. */
export function LabelledWindows() {
  const { t } = useWords("series");
  const { bringWindows, removeWindows } = useActions();
  const labelled = useSession(({ history }) => history.present.labelled);
  const unmatched = useSession((state) => state.viewState.unmatched);
  // So that the same file chosen again is a choice again.
  const reset = useRef<() => void>(null);
  if (unmatched) return <EntryChoice />;
  return (
    <span className={classes.labelled}>
      {labelled && (
        <>
          <Text size="xs" c="dimmed" component="span" truncate title={labelled.entry}>
            {t("labelled.shown", { count: labelled.windows.length, name: labelled.entry || labelled.name })}
          </Text>
          <Tooltip label={t("labelled.remove")}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t("labelled.remove")}
              onClick={removeWindows}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
      <FileButton
        accept=".json,application/json"
        resetRef={reset}
        inputProps={{ "aria-label": t("labelled.file") }}
        onChange={(file) => {
          reset.current?.();
          if (file) void bringWindows(file.name, file);
        }}
      >
        {(props) => (
          <Button {...props} size="compact-xs" variant="subtle" title={t("labelled.help")}>
            {t(labelled ? "labelled.others" : "labelled.bring")}
          </Button>
        )}
      </FileButton>
    </span>
  );
}

/** None of the entries is named like the open file: a person knows which one is meant. */
function EntryChoice() {
  const { t } = useWords("series");
  const { chooseWindows } = useActions();
  const unmatched = useSession((state) => state.viewState.unmatched);
  const table = useSession((state) => state.dataset?.name ?? "");
  const entries = unmatched?.entries ?? [];
  return (
    <span className={classes.labelled}>
      <Text size="xs" component="span" role="status">
        {t("labelled.which", { count: entries.length, name: unmatched?.name, table })}
      </Text>
      <Select
        size="xs"
        w={240}
        searchable
        limit={100}
        aria-label={t("labelled.entry")}
        placeholder={t("labelled.entry")}
        comboboxProps={{ width: 320 }}
        data={entries.map(({ path, windows }, at) => ({
          value: String(at),
          label: t("labelled.option", { path, count: windows.length }),
        }))}
        onChange={(at) => chooseWindows((at === null ? null : entries[Number(at)]) ?? null)}
      />
      <Button size="compact-xs" variant="subtle" onClick={() => chooseWindows(null)}>
        {t("labelled.none")}
      </Button>
    </span>
  );
}
