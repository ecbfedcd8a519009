import { Button, Text } from "@mantine/core";
import { sourceRowOf } from "../../core/data/dataset";
import type { Borderline } from "../../state/use-findings";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./findings-panel.module.css";

/** Where nothing stands out: what would be next, as the ranking says. */
export function RanksFirst({ next: { id, first } }: { readonly next: Borderline }) {
  const { t, i18n } = useWords("findings");
  const { show, select } = useActions();
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  return (
    <div className={classes.next}>
      <Text size="sm" c="dimmed">
        {t("next")}
      </Text>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => {
          show(id);
          select(first);
        }}
      >
        {t("place.row", { row: formatCount(sourceRowOf({ sourceRows }, first), i18n.language) })}
      </Button>
    </div>
  );
}
