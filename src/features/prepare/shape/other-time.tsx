import { Button } from "@mantine/core";
import type { SeriesShape } from "../../../core/series/shape";
import { useActions, useSession } from "../../../state/use-session";
import { useWords } from "../../../ui/use-words";

/** Where two columns could be the time: the other one in one click. */
export function OtherTime({ shape }: { readonly shape: SeriesShape }) {
  const { t } = useWords("series");
  const { setRecipe } = useActions();
  const dataset = useSession((state) => state.dataset);
  const guessed = dataset?.shape?.kind === "series" ? dataset.shape.time : null;
  const other = dataset?.otherTime;
  if (other === undefined || guessed === null) return null;
  const wanted = shape.time === guessed ? other : guessed;
  return (
    <Button size="compact-xs" variant="subtle" onClick={() => setRecipe({ shape: { ...shape, time: wanted } })}>
      {t("shape.use-time", { column: dataset?.columns[wanted]?.name })}
    </Button>
  );
}
