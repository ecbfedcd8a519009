import { Button, Text } from "@mantine/core";
import { useActions, useSession } from "../../../state/use-session";
import { useNote } from "../../../ui/use-note";
import { useWords } from "../../../ui/use-words";
import { OtherTime } from "./other-time";
import { LabelledWindows } from "./labelled-windows";
import classes from "./shape.module.css";

/** How the rows are read, why, and the other way in one click; nothing where they never seemed to be more than rows. */
export function ShapeLine() {
  const { t } = useWords("series");
  const say = useNote();
  const { readAs } = useActions();
  const dataset = useSession((state) => state.dataset);
  const shape = useSession((state) => state.history.present.recipe?.shape ?? null);
  if (!dataset || (!dataset.shape && !shape)) return null;
  const isAsGuessed = dataset.shape !== null && dataset.shape.kind === shape?.kind;
  return (
    <div className={classes.line}>
      <Text size="xs" c="dimmed" component="p" m={0}>
        {isAsGuessed ? say(dataset.shapeWhy) : t(`shape.read.${shape?.kind ?? "rows"}`)}
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={() => readAs(shape ? null : dataset.shape)}>
        {t(`shape.treat.${shape ? "rows" : (dataset.shape?.kind ?? "rows")}`)}
      </Button>
      {shape?.kind === "series" && (
        <>
          <OtherTime shape={shape} />
          <LabelledWindows />
        </>
      )}
    </div>
  );
}
