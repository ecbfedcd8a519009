import { NativeSelect, NumberInput } from "@mantine/core";
import { LEAST_ROWS_LEARNED, type LearnRule } from "../../core/learn/learn-rule";
import type { Recipe } from "../../core/prepare/recipe";
import { labelColumnOf } from "../../core/project/label-truth";
import type { DatasetCard } from "../../engine/protocol";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./prepare-screen.module.css";

interface Props {
  readonly dataset: DatasetCard;
  readonly recipe: Recipe;
}

/** Of a table the first third, until a person says how many rows. */
const FIRST_SHARE = 1 / 3;

type Way = LearnRule["kind"] | "all";

/** Which rows the detectors learn from; all are scored. */
export function LearnFrom({ dataset, recipe }: Props) {
  const { t, i18n } = useWords("prepare");
  const { learnFrom } = useActions();
  const filters = useSession(({ viewState }) => viewState.filters);
  const byRow = useSession(({ marked }) => marked.byRow);
  const strange = [...byRow].flatMap(([row, { verdict }]) => (verdict === "anomaly" ? [row] : []));
  const { learn } = recipe;
  const label = dataset.columns[labelColumnOf(recipe) ?? -1];
  const way: Way = learn?.kind ?? "all";

  const offered: readonly Way[] = ["all", ...(label ? (["label"] as const) : []), "first", "filter", "without"];
  const ways = offered.includes(way) ? offered : [...offered, way];
  const isPossible = (one: Way) =>
    one === way || (one === "filter" ? filters.length > 0 : one === "without" ? strange.length > 0 : true);

  function choose(next: Way): void {
    const rows = Math.max(LEAST_ROWS_LEARNED, Math.round(FIRST_SHARE * dataset.rowCount));
    if (next === "all") learnFrom(null);
    if (next === "label") learnFrom({ kind: "label" });
    if (next === "first") learnFrom({ kind: "first", rows });
    if (next === "filter") learnFrom({ kind: "filter", filters });
    if (next === "without") learnFrom({ kind: "without", rows: strange.sort((a, b) => a - b) });
  }

  return (
    <div className={classes.limit}>
      <div className={classes.limitHead}>
        <NativeSelect
          size="xs"
          label={t("learn.title")}
          value={way}
          description={t(`learn.help.${way}`, { rows: formatCount(dataset.rowCount, i18n.language) })}
          inputWrapperOrder={["label", "input", "description"]}
          data={ways.map((one) => ({
            value: one,
            label: t(`learn.way.${one}`, { column: label?.name ?? "" }),
            disabled: !isPossible(one),
          }))}
          // Its values are those given above.
          onChange={({ currentTarget }) => choose(currentTarget.value as Way)}
        />
        {learn?.kind === "first" && (
          <NumberInput
            size="xs"
            label={t("learn.rows")}
            min={LEAST_ROWS_LEARNED}
            max={dataset.rowCount}
            allowDecimal={false}
            value={learn.rows}
            onChange={(rows) => {
              if (typeof rows === "number" && rows >= 1) learnFrom({ kind: "first", rows }, "learn-first");
            }}
          />
        )}
      </div>
    </div>
  );
}
