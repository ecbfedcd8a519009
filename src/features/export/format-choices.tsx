import { SegmentedControl, Switch, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../../ui/use-words";
import { decimals, quotesNumbers, separators } from "./csv-format";
import classes from "./export-screen.module.css";
import type { FormatOfExports } from "./use-csv-format";

const NAME_OF_SIGN = { ",": "comma", ";": "semicolon", "\t": "tab", ".": "point", "as-in-file": "as-in-file" } as const;

interface Props {
  readonly of: FormatOfExports;
  /** The switch that keeps formulas from being run. */
  readonly guard: ReactNode;
}

/** How the file is written: separator, decimal sign, and the mark that Excel looks for. */
export function FormatChoices({ of: { format, usual, choice, hasOwn, choose }, guard }: Props) {
  const { t } = useWords("export");
  const own = hasOwn ? (["as-in-file"] as const) : [];
  const { separator = "as-in-file", decimal = "as-in-file" } = hasOwn ? choice : usual;
  return (
    <div className={classes.format}>
      <Choice label={t("format.separator")}>
        <SegmentedControl
          size="xs"
          aria-label={t("format.separator")}
          data={[...own, ...separators].map((value) => ({ value, label: t(`format.${NAME_OF_SIGN[value]}`) }))}
          value={separator}
          onChange={(value) => choose({ separator: value })}
        />
      </Choice>
      <Choice label={t("format.decimal")}>
        <SegmentedControl
          size="xs"
          aria-label={t("format.decimal")}
          data={[...own, ...decimals].map((value) => ({ value, label: t(`format.${NAME_OF_SIGN[value]}`) }))}
          value={decimal}
          onChange={(value) => choose({ decimal: value })}
        />
      </Choice>
      {quotesNumbers(format) && (
        <Text size="xs" c="dimmed">
          {t("format.quoted")}
        </Text>
      )}
      <Switch
        checked={format.bom}
        onChange={({ currentTarget }) => choose({ bom: currentTarget.checked })}
        label={t("format.bom")}
        description={t("format.bom-help")}
      />
      {guard}
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
