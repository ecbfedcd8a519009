import { ScrollArea, Table, Text, Tooltip, UnstyledButton } from "@mantine/core";
import type { FigureName } from "../../core/evaluate/figures";
import type { Figure } from "../../core/evaluate/interval";
import type { JudgedRun } from "../../engine/protocol";
import { formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./evaluation.module.css";
import { useFigureWords, type Asked } from "./use-figure-words";
import type { JudgedInstance } from "./use-judgement";

export interface JudgedDetector extends JudgedInstance {
  readonly found: JudgedRun;
}

interface Props extends Asked {
  /** The best first. */
  readonly judged: readonly JudgedDetector[];
  readonly names: readonly FigureName[];
  readonly by: FigureName;
  onBy(name: FigureName): void;
}

/** Detectors with every figure and its interval, the best by one of them first, and how far the others are behind. */
export function FiguresTable({ judged, names, by, onBy, beta, k }: Props) {
  const { t } = useWords("evaluate");
  const wordsOf = useFigureWords({ beta, k });
  const hasStretches = judged.some(({ found }) => found.stretches !== null);
  return (
    <ScrollArea type="auto" offsetScrollbars="x">
      <Table className={classes.table ?? ""} aria-label={t("table")} miw={560} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("detector")}</Table.Th>
            <Table.Th className={classes.number ?? ""}>{t("behind")}</Table.Th>
            {names.map((name) => (
              <Table.Th key={name} className={classes.number ?? ""} aria-sort={name === by ? "descending" : "none"}>
                <Tooltip label={wordsOf(name).help} multiline maw={260}>
                  <UnstyledButton
                    fz="sm"
                    fw={name === by ? 700 : 500}
                    aria-label={t("by", { figure: wordsOf(name).name })}
                    onClick={() => onBy(name)}
                  >
                    {wordsOf(name).name}
                    {name === by && " ↓"}
                  </UnstyledButton>
                </Tooltip>
              </Table.Th>
            ))}
            {hasStretches && (
              <>
                <Table.Th className={classes.number ?? ""}>{t("stretches.found")}</Table.Th>
                <Table.Th className={classes.number ?? ""}>{t("stretches.right")}</Table.Th>
                <Table.Th className={classes.number ?? ""}>{t("stretches.delay")}</Table.Th>
              </>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {judged.map(({ id, name, found }, at) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" className={classes.name ?? ""}>
                {name}
              </Table.Th>
              {at === 0 ? (
                <Table.Td className={classes.number ?? ""}>{t("leads")}</Table.Td>
              ) : (
                <Cell figure={found.behind[by]} />
              )}
              {names.map((figure) => (
                <Cell key={figure} figure={found.figures[figure]} />
              ))}
              {hasStretches && <OfStretches found={found} />}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function OfStretches({ found: { stretches, leads } }: { readonly found: JudgedRun }) {
  const { t, i18n } = useWords("evaluate");
  const delays = (leads ?? []).flatMap(({ delay }) => (delay === null ? [] : [delay])).sort((a, b) => a - b);
  const median = delays[Math.floor((delays.length - 1) / 2)];
  const nothing = { value: NaN, low: NaN, high: NaN };
  return (
    <>
      <Cell figure={stretches?.found ?? nothing} />
      <Cell figure={stretches?.right ?? nothing} />
      <Table.Td className={classes.number ?? ""}>
        {median === undefined
          ? t("stretches.none")
          : t("stretches.steps", { count: median, formatted: formatNumber(median, i18n.language) })}
      </Table.Td>
    </>
  );
}

/** A figure with its interval below; a dash where there is none. */
function Cell({ figure: { value, low, high } }: { readonly figure: Figure }) {
  const { t, i18n } = useWords("evaluate");
  const said = (of: number) => twoDecimals(of, i18n.language);
  return (
    <Table.Td className={classes.number ?? ""}>
      {Number.isNaN(value) ? "–" : said(value)}
      {!Number.isNaN(low) && (
        <Text size="xs" c="dimmed" span display="block">
          {t("interval", { low: said(low), high: said(high) })}
        </Text>
      )}
    </Table.Td>
  );
}

/** Two decimals, so that figures stand below each other; no sign before a zero. */
function twoDecimals(value: number, locale: string): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "negative" } as const;
  return new Intl.NumberFormat(locale, digits).format(value);
}
