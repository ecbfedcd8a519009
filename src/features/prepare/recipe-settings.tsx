import { Button, Switch, Text, Title } from "@mantine/core";
import { useId } from "react";
import type { IntegerSpec } from "../../core/detect/param-schema";
import { coreKindOf, partInKind } from "../../core/kinds/kinds";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { NumberEntry, NumberSlider } from "../../ui/number-field";
import { useWords } from "../../ui/use-words";
import { IgnoredPeriods } from "./ignored-periods";
import { LearnFrom } from "./learn-from";
import classes from "./prepare-screen.module.css";

/** How many columns a category may become; the words stand in the catalogue. */
const ONE_HOT_LIMIT_SPEC: IntegerSpec = {
  kind: "integer",
  label: "",
  help: "",
  default: 20,
  min: 2,
  max: 200,
  scale: "log",
};

/** What holds for every column, and the way back to where the recipe began. */
export function RecipeSettings() {
  const { t, i18n } = useWords("prepare");
  const { setRecipe, resetRecipe, settle } = useActions();
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  const helpId = useId();
  if (!dataset || !recipe) return null;

  const hasCategories = dataset.columns.some(
    ({ kind }, at) => kind === "category" && recipe.columns[at]?.role === "feature",
  );
  const group = dataset.columns[recipe.columns.findIndex(({ role }) => role === "group")];
  const { preparesColumns } = coreKindOf(recipe.rowKind);
  const seen = dataset.columns.filter(({ kind }, at) => {
    const part = partInKind(recipe, at, kind);
    return part === null ? recipe.columns[at]?.role === "feature" && kind !== "text" : part !== "unused";
  }).length;
  const limit = {
    spec: ONE_HOT_LIMIT_SPEC,
    value: recipe.oneHotLimit,
    name: t("recipe.oneHotLimit"),
    onSettle: settle,
  };
  const setLimit = (oneHotLimit: number) => setRecipe({ oneHotLimit }, "one-hot-limit");

  return (
    <header className={classes.settings}>
      <div className={classes.headline}>
        <Title order={1} size="h3">
          {t("recipe.title")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("recipe.seen", {
            count: seen,
            seen: formatCount(seen, i18n.language),
            all: formatCount(dataset.columns.length, i18n.language),
          })}
        </Text>
      </div>
      {preparesColumns && hasCategories && (
        <div className={classes.limit}>
          <div className={classes.limitHead}>
            <Text size="sm">{t("recipe.oneHotLimit")}</Text>
            <NumberEntry {...limit} describedBy={helpId} onChange={setLimit} />
          </div>
          <NumberSlider {...limit} onChange={setLimit} />
          <Text size="xs" c="dimmed" id={helpId}>
            {t("recipe.oneHotHelp")}
          </Text>
        </div>
      )}
      {preparesColumns && group && (
        <Switch
          size="sm"
          className={classes.group}
          label={t("recipe.withinGroup", { column: group.name })}
          description={t("recipe.withinGroupHelp")}
          checked={recipe.withinGroup}
          onChange={(event) => setRecipe({ withinGroup: event.currentTarget.checked })}
        />
      )}
      <LearnFrom dataset={dataset} recipe={recipe} />
      <IgnoredPeriods dataset={dataset} recipe={recipe} />
      <Button size="xs" variant="default" disabled={recipe === dataset.recipe} onClick={resetRecipe}>
        {t("recipe.reset")}
      </Button>
    </header>
  );
}
