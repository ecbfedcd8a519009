import { Radio } from "@mantine/core";
import { formatCount, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./export-screen.module.css";

export type RowChoice = "flagged" | "all";

interface Props {
  readonly value: RowChoice;
  readonly flagged: number;
  readonly all: number;
  onChange(value: RowChoice): void;
}

/** Which rows go into the file, with their number. */
export function RowChoices({ value, flagged, all, onChange }: Props) {
  const { t, i18n } = useWords("export");
  const locale = i18n.language;
  return (
    <Radio.Group
      aria-label={t("rows.label")}
      value={value}
      onChange={(next) => onChange(next === "all" ? "all" : "flagged")}
    >
      <div className={classes.rows}>
        <Radio.Card value="flagged" className={classes.row ?? ""}>
          <Radio.Indicator />
          <span>
            <b>{t("rows.flagged", { count: flagged, formatted: formatCount(flagged, locale) })}</b>
            <small>{t("rows.flagged-help", { share: formatPercent(all === 0 ? 0 : flagged / all, locale) })}</small>
          </span>
        </Radio.Card>
        <Radio.Card value="all" className={classes.row ?? ""}>
          <Radio.Indicator />
          <span>
            <b>{t("rows.all", { count: all, formatted: formatCount(all, locale) })}</b>
            <small>{t("rows.all-help")}</small>
          </span>
        </Radio.Card>
      </div>
    </Radio.Group>
  );
}
