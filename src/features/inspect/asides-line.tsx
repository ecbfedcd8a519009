import { Button, Text } from "@mantine/core";
import { useAsides } from "../../state/use-asides";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./asides-line.module.css";
import { shortened } from "./shortened";

const MAX_NAMES = 3;

/** Beside the result: which columns it does not rest on though nobody said so, and where the reasons stand. */
export function AsidesLine() {
  const { t, i18n } = useWords("inspect");
  const { goTo } = useActions();
  const columns = useSession((state) => state.dataset?.columns);
  const names = useAsides().flatMap((aside) => aside.columns.map((at) => columns?.[at]?.name ?? ""));
  if (names.length === 0) return null;
  const rest = names.length - MAX_NAMES;
  const told = names.slice(0, MAX_NAMES).map((text) => t("asides.quoted", { text: shortened(text) }));
  return (
    <div className={classes.line}>
      <Text size="xs" c="dimmed" component="p" m={0}>
        {rest > 0
          ? t("asides.more", { names: told.join(", "), count: rest, columns: formatCount(rest, i18n.language) })
          : t("asides.few", { names: told.join(", ") })}
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={() => goTo("data")}>
        {t("asides.why")}
      </Button>
    </div>
  );
}
