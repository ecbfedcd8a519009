import { SegmentedControl, Switch, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { CsvFormat } from "../../engine/protocol";
import { useWords } from "../../ui/use-words";
import { decimals, quotesNumbers, separators } from "./csv-format";
import classes from "./export-screen.module.css";

const NAME_OF_SIGN = { ",": "comma", ";": "semicolon", "\t": "tab", ".": "point" } as const;

interface Props {
  readonly format: CsvFormat;
  onChange(change: Partial<CsvFormat>): void;
}

/** How the file is written: separator, decimal sign, and the mark that Excel looks for. */
export function FormatChoices({ format, onChange }: Props) {
  const { t } = useWords("export");
  return (
    <div className={classes.format}>
      <Choice label={t("format.separator")}>
        <SegmentedControl
          size="xs"
          aria-label={t("format.separator")}
          data={separators.map((value) => ({ value, label: t(`format.${NAME_OF_SIGN[value]}`) }))}
          value={format.separator}
          onChange={(value) => onChange({ separator: value })}
        />
      </Choice>
      <Choice label={t("format.decimal")}>
        <SegmentedControl
          size="xs"
          aria-label={t("format.decimal")}
          data={decimals.map((value) => ({ value, label: t(`format.${NAME_OF_SIGN[value]}`) }))}
          value={format.decimal}
          onChange={(value) => onChange({ decimal: value })}
        />
      </Choice>
      {quotesNumbers(format) && (
        <Text size="xs" c="dimmed">
          {t("format.quoted")}
        </Text>
      )}
      <Switch
        checked={format.bom}
        onChange={({ currentTarget }) => onChange({ bom: currentTarget.checked })}
        label={t("format.bom")}
        description={t("format.bom-help")}
      />
    </div>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.choice}>
      <Text size="sm" aria-hidden>
        {label}
      </Text>
      {children}
    </div>
  );
}
