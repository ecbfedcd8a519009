import { Button } from "@mantine/core";
import { kindIf } from "../../../core/kinds/kinds";
import { useRowKind } from "../../../state/kinds/use-row-kind";
import { useActions, useSession } from "../../../state/use-session";
import { useWords } from "../../../ui/use-words";

/** Where two columns could be the time: the other one in one click. */
export function OtherTime() {
  const { t } = useWords("series");
  const { setRecipe } = useActions();
  const dataset = useSession((state) => state.dataset);
  const guessed = kindIf(dataset?.recipe.rowKind, "series")?.time ?? null;
  const rowKind = useRowKind("series");
  const other = dataset?.otherTime;
  if (!rowKind || other === undefined || guessed === null) return null;
  const wanted = rowKind.time === guessed ? other : guessed;
  return (
    <Button size="compact-xs" variant="subtle" onClick={() => setRecipe({ rowKind: { ...rowKind, time: wanted } })}>
      {t("row-kind.use-time", { column: dataset?.columns[wanted]?.name })}
    </Button>
  );
}
