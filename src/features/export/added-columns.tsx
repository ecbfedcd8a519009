import { Code, Title } from "@mantine/core";
import { useWords } from "../../ui/use-words";
import classes from "./export-screen.module.css";
import { addedColumnsOf, type WhatIsAdded } from "./use-export-words";

/** What the file holds beside the original columns, a line each. */
export function AddedColumns({ hasStability, hasReasons, hasMarks }: WhatIsAdded) {
  const { t } = useWords("export");
  const columns = addedColumnsOf({ hasStability, hasReasons, hasMarks });
  return (
    <section aria-label={t("added.title")}>
      <Title order={3} size="h5" mb={4}>
        {t("added.title")}
      </Title>
      <dl className={classes.columns}>
        {columns.map((column) => (
          <div key={column}>
            <dt>
              <Code>{t(`column.${column}.name`)}</Code>
            </dt>
            <dd>{t(`column.${column}.what`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
