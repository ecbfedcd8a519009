import { SegmentedControl, Text, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { overlapOf, type Parts } from "../../core/score/agreement";
import type { DetectorResult } from "../../state/use-panel";
import { useAsk } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import classes from "./compare-screen.module.css";
import { useLabelOf } from "./use-label-of";

type Measure = "ranks" | "flags";
type Matrix = readonly (readonly number[])[];

interface Props {
  readonly panel: readonly DetectorResult[];
  /** Which rows are flagged by exactly which detectors; null while the worker splits them. */
  readonly split: Parts | null;
}

/** Every detector against every other: the order of all rows, or the rows that are flagged. */
export function AgreementTable({ panel, split }: Props) {
  const { t } = useWords("compare");
  const labelOf = useLabelOf();
  const [measure, setMeasure] = useState<Measure>("ranks");
  const ranks = useRankAgreement(panel);
  const flags = split && panel.map((_, one) => panel.map((__, other) => overlapOf(split.parts, one, other)));
  const matrix = measure === "ranks" ? ranks : flags;
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
      {matrix?.length === panel.length ? (
        <Heat labels={labels} matrix={matrix} />
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

/** Rank correlations, asked of the worker once for every set of results; null until they are there. */
function useRankAgreement(panel: readonly DetectorResult[]): Matrix | null {
  const { agree } = useAsk();
  const keys = panel.map(({ result }) => result.key).join("\n");
  const [found, setFound] = useState<{ keys: string; matrix: Matrix } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    agree(keys.split("\n")).then(
      (matrix) => {
        if (isCurrent) setFound({ keys, matrix });
      },
      // A run was forgotten or the worker replaced: new results will ask again.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [agree, keys]);
  return found?.keys === keys ? found.matrix : null;
}
