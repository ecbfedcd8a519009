import { Button, Group, Loader, NumberInput, SegmentedControl } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useStretches } from "../../state/use-stretches";
import { useActions, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { StretchGrid } from "./stretch-grid";
import classes from "./stretch-table.module.css";

const parts = ["stretches", "rows"] as const;
type Part = (typeof parts)[number];

/** What is flagged, stretch by stretch, or row by row in the table given. */
export function StretchTable({ rows }: { readonly rows: ReactNode }) {
  const { t, i18n } = useWords("series");
  const [part, setPart] = useState<Part>("stretches");
  const { found, isStale, failure } = useStretches();
  const { goTo } = useActions();
  const count = found?.total ?? 0;
  return (
    <div className={classes.table}>
      <Group gap="xs" px="sm" py={6} className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t("table.which")}
          value={part}
          onChange={(value) => setPart(value)} // Its values are the parts given above.
          data={parts.map((value) => ({
            value,
            label: t(`table.part.${value}`, { count, formatted: formatCount(count, i18n.language) }),
          }))}
        />
        {part === "stretches" && (
          <>
            <Rule rule="leastSteps" min={1} />
            <Rule rule="mergeGap" min={0} />
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
              onClick={() => goTo("export")}
            >
              {t("table.export")}
            </Button>
            {isStale && <Loader size={14} aria-label={t("loading")} />}
          </>
        )}
      </Group>
      {failure && <FailedAlert m="xs" variant="default" failure={failure} />}
      {part === "rows" ? rows : <StretchGrid />}
    </div>
  );
}

interface RuleProps {
  readonly rule: "leastSteps" | "mergeGap";
  readonly min: number;
}

function Rule({ rule, min }: RuleProps) {
  const { t } = useWords("series");
  const value = useSession((state) => state.history.present.stretches[rule]);
  const { setStretchRule } = useActions();
  return (
    <label className={classes.rule} title={t(`table.${rule}-help`)}>
      {t(`table.${rule}`)}
      <NumberInput
        size="xs"
        w={64}
        min={min}
        max={100_000}
        allowDecimal={false}
        value={value}
        onChange={(next) => {
          if (typeof next === "number" && next >= min) setStretchRule({ [rule]: next });
        }}
      />
    </label>
  );
}
