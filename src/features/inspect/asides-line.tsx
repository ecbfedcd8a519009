import { Button, Text } from "@mantine/core";
import { coreKindOf } from "../../core/kinds/kinds";
import type { ColumnCard } from "../../engine/protocol";
import { useAsides } from "../../state/use-asides";
import { findingsIdOf } from "../../state/borderline";
import { useActions, useSession } from "../../state/use-session";
import { formatCount, formatNames } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./asides-line.module.css";
import { shortened } from "./shortened";

const MAX_NAMES = 3;

/**
 * Beside the result: which columns it does not rest on though nobody said so, and where the reasons stand. Of a text the
 * findings look at the form.
 */
export function AsidesLine() {
  const { goTo } = useActions();
  const { t } = useWords("inspect");
  const columns = useSession((state) => state.dataset?.columns);
  const seesForms = useSession((state) => {
    const { recipe } = state.history.present;
    return recipe !== null && coreKindOf(recipe.rowKind).findingsOf === "columns" && findingsIdOf(state) !== null;
  });
  const asides = useAsides().flatMap((aside) => aside.columns.flatMap((at) => columns?.[at] ?? []));
  if (asides.length === 0) return null;
  const byForm = asides.filter(({ kind }) => seesForms && kind === "text");
  const unseen = asides.filter((column) => !byForm.includes(column));
  return (
    <div className={classes.line}>
      {unseen.length > 0 && <Names of={unseen} few="asides.few" more="asides.more" />}
      {byForm.length > 0 && <Names of={byForm} few="asides.form" more="asides.form-more" />}
      <Button size="compact-xs" variant="subtle" onClick={() => goTo("data")}>
        {t("asides.why")}
      </Button>
    </div>
  );
}

interface NamesProps {
  readonly of: readonly ColumnCard[];
  readonly few: "asides.few" | "asides.form";
  readonly more: "asides.more" | "asides.form-more";
}

function Names({ of, few, more }: NamesProps) {
  const { t, i18n } = useWords("inspect");
  const rest = of.length - MAX_NAMES;
  const names = of.slice(0, MAX_NAMES).map(({ name }) => t("asides.quoted", { text: shortened(name) }));
  const values = { names: formatNames(names, i18n.language), count: rest, columns: formatCount(rest, i18n.language) };
  return (
    <Text size="xs" c="dimmed" component="p" m={0}>
      {t(rest > 0 ? more : few, values)}
    </Text>
  );
}
