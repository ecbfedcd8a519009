import { Radio } from "@mantine/core";
import type { Cleaning } from "../../core/clean/cell-changes";
import { formatCount, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./export-screen.module.css";

export type RowChoice = "shown" | "flagged" | "all" | "unflagged" | Cleaning;

/** What becomes of strange cells; null where the rows are exported as they are. */
export function cleaningOf(choice: RowChoice): Cleaning | null {
  return choice === "emptied" || choice === "expected" ? choice : null;
}

interface Props {
  readonly value: RowChoice;
  readonly flagged: number;
  readonly all: number;
  /** Rows of the table on screen, where a filter, a search or a box leaves some out; else null. */
  readonly shown: number | null;
  /** Whether single cells of a row can be strange. */
  readonly canClean: boolean;
  onChange(value: RowChoice): void;
}

/** Which rows go into the file, with their number. */
export function RowChoices({ value, flagged, all, shown, canClean, onChange }: Props) {
  const { t, i18n } = useWords("export");
  const said = (count: number) => ({ count, formatted: formatCount(count, i18n.language) });
  const share = formatPercent(all === 0 ? 0 : flagged / all, i18n.language);
  const choices: readonly { readonly row: RowChoice; readonly name: string; readonly help: string }[] = [
    ...(shown === null
      ? []
      : [{ row: "shown" as const, name: t("rows.shown", said(shown)), help: t("rows.shown-help") }]),
    { row: "flagged", name: t("rows.flagged", said(flagged)), help: t("rows.flagged-help", { share }) },
    { row: "all", name: t("rows.all", said(all)), help: t("rows.all-help") },
    { row: "unflagged", name: t("rows.unflagged", said(all - flagged)), help: t("rows.unflagged-help") },
    ...(canClean && flagged > 0
      ? (["emptied", "expected"] as const).map((row) => ({ row, name: t(`rows.${row}`), help: t(`rows.${row}-help`) }))
      : []),
  ];
  return (
    <Radio.Group
      aria-label={t("rows.label")}
      value={value}
      // Its values are the rows given above.
      onChange={onChange}
    >
      <div className={classes.rows}>
        {choices.map(({ row, name, help }) => (
          <Radio.Card key={row} value={row} className={classes.row ?? ""}>
            <Radio.Indicator />
            <span>
              <b>{name}</b>
              <small>{help}</small>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
