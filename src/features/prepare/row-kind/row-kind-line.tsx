import { Button, Text } from "@mantine/core";
import { plainRows } from "../../../core/kinds/row-kind";
import { useActions, useSession } from "../../../state/use-session";
import { useNote } from "../../../ui/use-note";
import { useWords } from "../../../ui/use-words";
import { OtherTime } from "./other-time";
import { LabelledWindows } from "./labelled-windows";
import classes from "./row-kind.module.css";

/** How the rows are read, why, and the other way in one click; nothing where they never seemed to be more than rows. */
export function RowKindLine() {
  const { t } = useWords("series");
  const say = useNote();
  const { readAs } = useActions();
  const dataset = useSession((state) => state.dataset);
  const rowKind = useSession((state) => state.history.present.recipe?.rowKind ?? plainRows);
  const guess = dataset?.recipe.rowKind ?? plainRows;
  if (!dataset || (guess.kind === "rows" && rowKind.kind === "rows")) return null;
  const isAsGuessed = guess.kind === rowKind.kind;
  // Read as something else, the rows are taken back to rows; read as rows, to what they seem to be.
  const other = rowKind.kind === "rows" ? guess : plainRows;
  return (
    <div className={classes.line}>
      <Text size="xs" c="dimmed" component="p" m={0}>
        {isAsGuessed ? say(dataset.rowKindWhy) : t(`shape.read.${rowKind.kind}`)}
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={() => readAs(other)}>
        {t(`shape.treat.${other.kind}`)}
      </Button>
      {rowKind.kind === "series" && (
        <>
          <OtherTime rowKind={rowKind} />
          <LabelledWindows />
        </>
      )}
    </div>
  );
}
