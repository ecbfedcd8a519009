import { Text, Title } from "@mantine/core";
import type { ColumnKind } from "../../core/data/column";
import { bytesOf } from "../../state/source";
import { useSession } from "../../state/use-session";
import { useCounted } from "../../ui/use-counted";
import { formatBytes } from "../../ui/byte-size";
import { useWords } from "../../ui/use-words";
import classes from "./reading-view.module.css";

const MAX_COLUMNS_SHOWN = 40;
const MAX_ROWS_SHOWN = 14;

/** A file on its way: its name, its size, and its columns as soon as the first lines are known. */
export function ReadingView() {
  const { t, i18n } = useWords("load");
  const counted = useCounted();
  const reading = useSession((state) => state.reading);
  if (reading.stage === "none") return null;
  const { source } = reading;
  const inspection = "inspection" in reading ? reading.inspection : null;
  const size = formatBytes(bytesOf(source), i18n.language);
  const words = () => {
    const hasRows = inspection !== null && inspection.preview.names.length > 0;
    if (!hasRows) return source.files.length > 1 ? t("view.files", { count: source.files.length, size }) : size;
    return t("view.size", {
      size,
      rows: counted("rows", inspection.size.rows),
      columns: counted("columns", inspection.preview.names.length),
    });
  };
  return (
    <div className={classes.view}>
      <Title order={1} size="h3" className={classes.name}>
        {source.name}
      </Title>
      <Text size="sm" c="dimmed">
        {words()}
      </Text>
      {inspection && inspection.preview.names.length > 0 && (
        <FirstLines names={inspection.preview.names} rows={inspection.preview.rows} kinds={inspection.columns} />
      )}
    </div>
  );
}

interface FirstLinesProps {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly kinds: readonly { readonly kind: ColumnKind }[];
}

function FirstLines({ names, rows, kinds }: FirstLinesProps) {
  const { t } = useWords("load");
  const shown = names.slice(0, MAX_COLUMNS_SHOWN);
  return (
    <div className={classes.window}>
      <table className={classes.table} aria-label={t("view.first-rows")}>
        <thead>
          <tr>
            {shown.map((name, at) => (
              <th key={at} scope="col" data-number={kinds[at]?.kind === "number" || undefined}>
                <span className={classes.column}>{name}</span>
                <span className={classes.kind}>{kinds[at] && t(`kind.${kinds[at].kind}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MAX_ROWS_SHOWN).map((row, at) => (
            <tr key={at}>
              {shown.map((_, column) => (
                <td key={column} data-number={kinds[column]?.kind === "number" || undefined}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
