import { Checkbox, ScrollArea, Slider, Table, UnstyledButton } from "@mantine/core";
import { sourceRowOf } from "../../core/data/dataset";
import { CONSENSUS } from "../../core/detect/run-key";
import { percentileOf } from "../../core/score/score-scale";
import type { RunResult } from "../../engine/protocol";
import { thresholdRuleOf, membersOf, weightOf } from "../../state/choices";
import { thresholdOf, type Threshold } from "../../state/threshold";
import type { DetectorResult } from "../../state/use-panel";
import { useActions, useSession } from "../../state/use-session";
import { formatCount, formatNumber, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./compare-screen.module.css";
import { useLabelOf } from "./use-label-of";

/** A line per detector and one for the consensus: what it flags, how long it took, how much it counts. */
export function SideBySide({ panel }: { readonly panel: readonly DetectorResult[] }) {
  const { t, i18n } = useWords("compare");
  const row = useSession((state) => state.viewState.selectedRow);
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  return (
    <ScrollArea type="auto" offsetScrollbars="x">
      <Table className={classes.table ?? ""} miw={560} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("side.detector")}</Table.Th>
            <Table.Th className={classes.number ?? ""}>{t("side.flagged")}</Table.Th>
            <Table.Th className={classes.number ?? ""}>{t("side.share")}</Table.Th>
            <Table.Th className={classes.number ?? ""}>{t("side.seconds")}</Table.Th>
            {row !== null && (
              <Table.Th>
                {t("side.row", { row: formatCount(sourceRowOf({ sourceRows }, row), i18n.language) })}
              </Table.Th>
            )}
            <Table.Th>{t("side.counts")}</Table.Th>
            <Table.Th>{t("side.weight")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {panel.map(({ detector, result, threshold }) => (
            <Table.Tr key={detector}>
              <Facts detector={detector} result={result} threshold={threshold} row={row} />
              <Weight detector={detector} />
            </Table.Tr>
          ))}
          <Together row={row} />
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function Together({ row }: { readonly row: number | null }) {
  const run = useSession((state) => state.runs[CONSENSUS]);
  const rule = useSession((state) => thresholdRuleOf(state.history.present, CONSENSUS));
  if (!run?.result) return null;
  return (
    <Table.Tr className={classes.together ?? ""} data-stale={run.stale || undefined} aria-busy={run.stale}>
      <Facts detector={CONSENSUS} result={run.result} threshold={thresholdOf(run.result, rule)} row={row} />
      <Table.Td colSpan={2} />
    </Table.Tr>
  );
}

interface FactsProps {
  readonly detector: string;
  readonly result: RunResult;
  readonly threshold: Threshold;
  readonly row: number | null;
}

function Facts({ detector, result, threshold, row }: FactsProps) {
  const { t, i18n } = useWords("compare");
  const { show, goTo } = useActions();
  const labelOf = useLabelOf();
  const label = labelOf(detector);
  const { prepare, fit, score } = result.seconds;
  const seconds = prepare + fit + score;
  return (
    <>
      <Table.Th scope="row" className={classes.name ?? ""}>
        <UnstyledButton
          className={classes.link}
          aria-label={t("side.show", { label })}
          onClick={() => {
            show(detector);
            goTo("explore");
          }}
        >
          {label}
        </UnstyledButton>
      </Table.Th>
      <Table.Td className={classes.number ?? ""}>{formatCount(threshold.count, i18n.language)}</Table.Td>
      <Table.Td className={classes.number ?? ""}>
        {formatPercent(threshold.count / Math.max(1, result.sorted.length), i18n.language)}
      </Table.Td>
      <Table.Td className={classes.number ?? ""}>
        {seconds < 0.1 ? "<0.1" : formatNumber(seconds, i18n.language, 2)}
      </Table.Td>
      {row !== null && <Table.Td>{verdict(result.scores[row] ?? NaN)}</Table.Td>}
    </>
  );

  function verdict(its: number) {
    if (Number.isNaN(its)) return t("side.not-scored");
    if (its >= threshold.value) return <span className={classes.flags}>{t("side.flags")}</span>;
    const below = percentileOf(result.sorted, its) / 100;
    return t("side.passes", { below: formatPercent(below, i18n.language) });
  }
}

function Weight({ detector }: { readonly detector: string }) {
  const { t, i18n } = useWords("compare");
  const { setMember, setWeight, settle } = useActions();
  const counts = useSession((state) => membersOf(state.history.present).includes(detector));
  const weight = useSession((state) => weightOf(state.history.present, detector));
  const label = useLabelOf()(detector);
  return (
    <>
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={t("side.countsOf", { label })}
          checked={counts}
          onChange={({ currentTarget }) => setMember(detector, currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td>
        <div className={classes.weight}>
          <Slider
            size="sm"
            w={140}
            min={0}
            max={2}
            step={0.05}
            marks={[{ value: 1 }]}
            label={null}
            thumbLabel={t("side.weightOf", { label })}
            value={weight}
            disabled={!counts}
            onChange={(value) => setWeight(detector, value)}
            onChangeEnd={settle}
          />
          <span aria-hidden>{formatNumber(weight, i18n.language, 3)}</span>
        </div>
      </Table.Td>
    </>
  );
}
