import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SeriesShape } from "../../../core/series/shape";
import { useActions, useSession } from "../../../state/use-session";

/** Where two columns could be the time: the other one in one click. */
export function OtherTime({ shape }: { readonly shape: SeriesShape }) {
  const { t } = useTranslation("series");
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
