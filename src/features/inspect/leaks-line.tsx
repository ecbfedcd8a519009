import { Button, Text } from "@mantine/core";
import { useLeaks } from "../../state/use-leaks";
import { useActions, useSession } from "../../state/use-session";
import { formatCount, formatNames } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./asides-line.module.css";
import { shortened } from "./shortened";

const MAX_NAMES = 3;

/** Beside the result: which columns give the label away, to be left out in one click. */
export function LeaksLine() {
  const { t, i18n } = useWords("inspect");
  const { goTo, setColumns } = useActions();
  const columns = useSession((state) => state.dataset?.columns);
  const positions = useLeaks().flatMap((leak) => leak.columns);
  if (positions.length === 0) return null;
  const names = positions
    .slice(0, MAX_NAMES)
    .map((at) => t("asides.quoted", { text: shortened(columns?.[at]?.name ?? "") }));
  const rest = positions.length - names.length;
  const values = {
    names: formatNames(names, i18n.language),
    count: rest || positions.length,
    columns: formatCount(rest, i18n.language),
  };
  return (
    <div className={classes.line}>
      <Text size="xs" component="p" m={0}>
        {t(rest > 0 ? "leaks.more" : "leaks.few", values)}
      </Text>
      <Button size="compact-xs" variant="light" onClick={() => setColumns(positions, { role: "ignore" })}>
        {t("leaks.leave-out", { count: positions.length })}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => goTo("data")}>
        {t("asides.why")}
      </Button>
    </div>
  );
}
