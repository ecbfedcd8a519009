import { Button, List, Text, Title } from "@mantine/core";
import type { Check } from "../../core/checks/check";
import { NOT_NARROWED } from "../../state/view-state";
import { useChecks } from "../../state/use-checks";
import { useActions, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount, formatNames } from "../../ui/format";
import { staleProps } from "../../ui/stale";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";

/** What a look at the columns tells before any detector runs, each with its rows in one click. */
export function ChecksList() {
  const { t } = useWords("prepare");
  const { answer, failure, isStale } = useChecks();
  return (
    <section aria-label={t("checks.title")}>
      <Title order={2} size="h4" mt={16}>
        {t("checks.title")}
      </Title>
      {failure ? (
        <FailedAlert variant="default" failure={failure} />
      ) : (
        <Text size="sm" c="dimmed" role="status">
          {t(!answer ? "checks.looking" : answer.length === 0 ? "checks.nothing" : "checks.about")}
        </Text>
      )}
      {answer && answer.length > 0 && (
        <List size="sm" mt={8} spacing={4} {...staleProps(isStale)}>
          {answer.map((check) => (
            <OneCheck key={`${check.note.code} ${JSON.stringify(check.note.values)}`} check={check} />
          ))}
        </List>
      )}
    </section>
  );
}

function OneCheck({ check: { note, rows, ignorable } }: { readonly check: Check }) {
  const { t, i18n } = useWords("prepare");
  const say = useNote();
  const { notice, setColumns } = useActions();
  const columns = useSession((state) => state.dataset?.columns);
  const said = t("checks.show", { count: rows.length, rows: formatCount(rows.length, i18n.language) });
  const named = ignorable?.map((at) => columns?.[at]?.name ?? "") ?? [];
  const names = formatNames(named, i18n.language);
  const show = () => notice({ ...NOT_NARROWED, boxed: rows, tableRows: "all", screen: "explore" });
  return (
    <List.Item className={classes.remark}>
      {say(note)}{" "}
      {rows.length > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t("checks.showOf", { show: said, check: say(note) })}
          onClick={show}
        >
          {said}
        </Button>
      )}{" "}
      {ignorable && (
        <Button size="compact-xs" variant="default" onClick={() => setColumns(ignorable, { role: "ignore" })}>
          {t("checks.ignore", { column: names })}
        </Button>
      )}
    </List.Item>
  );
}
