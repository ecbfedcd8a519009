import { Button, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ColumnHistogram } from "../../charts/column-histogram/column-histogram";
import type { Contribution, RowExplanation } from "../../core/explain/explanation";
import type { ColumnCard } from "../../engine/protocol";
import { useSession } from "../../state/use-session";
import { formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { shortened } from "./shortened";
import classes from "./why-panel.module.css";
import { useFormatCell, useFormatFigure } from "../../ui/use-format-cell";

const COLUMNS_AT_FIRST = 4;
const COLUMNS_PER_MORE = 8;

/** The row's values in the histograms of their columns, the strongest reasons first. */
export function ColumnsInContext({ explanation }: { readonly explanation: RowExplanation }) {
  const { t } = useWords("inspect");
  const columns = useSession((state) => state.dataset?.columns);
  const [shown, setShown] = useState(COLUMNS_AT_FIRST);
  const more = Math.min(COLUMNS_PER_MORE, explanation.contributions.length - shown);
  return (
    <section aria-label={t("why.context")}>
      <Title order={3} size="sm" mb={6}>
        {t("why.context")}
      </Title>
      <div className={classes.context}>
        {explanation.contributions.slice(0, shown).map((contribution) => {
          const column = columns?.[contribution.column];
          return column ? (
            <InContext
              key={contribution.column}
              contribution={contribution}
              column={column}
              group={explanation.group}
            />
          ) : null;
        })}
      </div>
      {more > 0 && (
        <Button size="compact-xs" variant="subtle" mt={6} onClick={() => setShown(shown + more)}>
          {t("why.more", { count: more })}
        </Button>
      )}
    </section>
  );
}

interface InContextProps {
  readonly contribution: Contribution;
  readonly column: ColumnCard;
  readonly group: string | undefined;
}

function InContext({ contribution, column, group }: InContextProps) {
  const { t, i18n } = useWords("inspect");
  const formatCell = useFormatCell();
  const formatFigure = useFormatFigure(3);
  const { typical, value, expected } = contribution;
  const { numeric, levels } = column.profile;
  const usual =
    typical === null
      ? ""
      : "level" in typical
        ? t("why.typical-level", { level: typical.level, share: formatPercent(typical.share, i18n.language) })
        : usualRange(formatFigure(typical.low, column.kind), formatFigure(typical.high, column.kind));
  const values = numeric
    ? ({ kind: "bins", ...numeric } as const)
    : levels
      ? ({ kind: "levels", levels } as const)
      : null;
  function usualRange(low: string, high: string): string {
    if (group !== undefined) return t("why.typical-in-group", { low, high, group: shortened(group) });
    return low === high ? t("why.typical-one", { value: low }) : t("why.typical", { low, high });
  }
  return (
    <div>
      {values && column.kind !== "text" ? (
        <div className={classes.histogram}>
          <ColumnHistogram
            name={column.name}
            values={values}
            time={column.kind === "time"}
            marker={value}
            typical={typical && "low" in typical ? typical : null}
          />
        </div>
      ) : (
        <Text size="sm" truncate>
          {t("why.plain-value", { column: column.name, value: formatCell(value, column.kind) })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {[usual, expected === null ? "" : t("why.expected", { value: formatFigure(expected, column.kind) })]
          .filter((text) => text !== "")
          .join(" · ")}
      </Text>
    </div>
  );
}
