import { SegmentedControl, Text, Title } from "@mantine/core";
import { useState } from "react";
import { overlapOf, type Parts } from "../../core/score/agreement";
import type { DetectorResult } from "../../state/use-panel";
import { useQuery, type Query } from "../../state/use-query";
import { useAsk } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import classes from "./compare-screen.module.css";
import { useLabelOf } from "./use-label-of";

type Measure = "ranks" | "flags";
type Matrix = readonly (readonly number[])[];

interface Props {
  readonly panel: readonly DetectorResult[];
  /** Which rows are flagged by exactly which detectors. */
  readonly split: Query<unknown, Parts>;
}

/** Every detector against every other: the order of all rows, or the rows that are flagged. */
export function AgreementTable({ panel, split }: Props) {
  const { t } = useWords("compare");
  const labelOf = useLabelOf();
  const [measure, setMeasure] = useState<Measure>("ranks");
  const ranks = useRankAgreement(panel);
  const parts = split.answer?.parts;
  const flags = parts && panel.map((_, one) => panel.map((__, other) => overlapOf(parts, one, other)));
  const matrix = measure === "ranks" ? ranks.answer : flags;
  const { failure, isStale } = measure === "ranks" ? ranks : split;
  const labels = panel.map(({ detector }) => labelOf(detector));
  return (
    <div className={classes.part}>
      <div className={classes.head}>
        <Title order={3} size="h5">
          {t("agree.title")}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t("agree.measure")}
          value={measure}
          onChange={(value) => setMeasure(value)} // Its values are the measures given below.
          data={[
            { value: "ranks", label: t("agree.ranks") },
            { value: "flags", label: t("agree.flags") },
          ]}
        />
      </div>
      <Text size="xs" c="dimmed">
        {t(`agree.help.${measure}`)}
      </Text>
      {failure ? (
        <FailedAlert variant="default" failure={failure} />
      ) : matrix ? (
        <div {...staleProps(isStale)}>
          <Heat labels={labels} matrix={matrix} />
        </div>
      ) : (
        <Text size="sm" role="status">
          {t("agree.working")}
        </Text>
      )}
    </div>
  );
}

function Heat({ labels, matrix }: { readonly labels: readonly string[]; readonly matrix: Matrix }) {
  const { t } = useWords("compare");
  return (
    <div className={classes.heatScroll} tabIndex={0} role="region" aria-label={t("agree.title")}>
      <table className={classes.heat}>
        <thead>
          <tr>
            <td />
            {labels.map((label, at) => (
              <th key={at} scope="col" title={label}>
                {at + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.map((line, at) => (
            <tr key={at}>
              <th scope="row">
                {at + 1}. {labels[at]}
              </th>
              {line.map((value, other) => (
                <td
                  key={other}
                  data-own={at === other || undefined}
                  style={{ "--strength": `${Math.round(Math.abs(value) * 55)}%` } as React.CSSProperties} // A property of our own.
                  data-opposite={value < 0 || undefined}
                >
                  {value.toFixed(2)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rank correlations of every set of results. */
function useRankAgreement(panel: readonly DetectorResult[]): Query<readonly string[], Matrix> {
  const ask = useAsk();
  const keys = panel.map(({ result }) => result.key);
  return useQuery<readonly string[], Matrix>(keys, (runs, signal) => ask("agree", { runs }, signal));
}
