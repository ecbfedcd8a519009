import { Button, List, Title } from "@mantine/core";
import { useMemo } from "react";
import { useCall } from "../../state/use-call";
import { useActions, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";

/** What a look at the columns tells before any detector runs, each with its rows in one click. */
export function ChecksList({ dataset }: { readonly dataset: string }) {
  const { t, i18n } = useWords("prepare");
  const say = useNote();
  const { notice } = useActions();
  const columns = useSession((state) => state.history.present.recipe?.columns);
  const roles = useMemo(() => columns?.map(({ role }) => role), [columns]);
  const { answer, failure } = useCall("checks", roles ? { dataset, roles } : null);
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  if (!answer || answer.length === 0) return null;
  return (
    <section aria-label={t("checks.title")}>
      <Title order={2} size="h4" mt={16}>
        {t("checks.title")}
      </Title>
      <List size="sm" mt={8} spacing={4}>
        {answer.map(({ note, rows }) => {
          const show = t("checks.show", { count: rows.length, rows: formatCount(rows.length, i18n.language) });
          return (
            <List.Item key={`${note.code} ${note.values?.["column"] ?? ""}`} className={classes.remark}>
              {say(note)}{" "}
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t("checks.showOf", { show, check: say(note) })}
                onClick={() =>
                  notice({
                    boxed: rows,
                    tableRows: "all",
                    filters: [],
                    markFilter: null,
                    search: "",
                    screen: "explore",
                  })
                }
              >
                {show}
              </Button>
            </List.Item>
          );
        })}
      </List>
    </section>
  );
}
