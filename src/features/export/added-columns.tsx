import { Code, Title } from "@mantine/core";
import { useWords } from "../../ui/use-words";
import classes from "./export-screen.module.css";
import { addedColumns } from "./use-export-words";

interface Props {
  readonly hasStability: boolean;
  readonly hasReasons: boolean;
}

/** What the file holds beside the original columns, a line each. */
export function AddedColumns({ hasStability, hasReasons }: Props) {
  const { t } = useWords("export");
  return (
    <section aria-label={t("added.title")}>
      <Title order={3} size="h5" mb={4}>
        {t("added.title")}
      </Title>
      <dl className={classes.columns}>
        {addedColumns
          .filter((column) => (column !== "stability" || hasStability) && (column !== "reasons" || hasReasons))
          .map((column) => (
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
