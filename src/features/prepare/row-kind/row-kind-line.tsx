import { Button, Text } from "@mantine/core";
import { coreKindOf, isSameKind } from "../../../core/kinds/kinds";
import { useAnyRowKind } from "../../../state/kinds/use-row-kind";
import { useKindScreens } from "../../../state/use-kind-screens";
import { useActions, useSession } from "../../../state/use-session";
import { useNote } from "../../../ui/use-note";
import { useWords } from "../../../ui/use-words";
import classes from "./row-kind.module.css";

/** How the rows are read, why, and the other way in one click; nothing where they never seemed to be more than rows. */
export function RowKindLine() {
  const { t } = useWords("series");
  const say = useNote();
  const { readAs } = useActions();
  const dataset = useSession((state) => state.dataset);
  const rowKind = useAnyRowKind();
  const { ReadTools } = useKindScreens();
  if (!dataset) return null;
  const guess = dataset.recipe.rowKind;
  const instead = coreKindOf(rowKind).insteadOf(guess);
  if (isSameKind(instead, rowKind)) return null;
  return (
    <div className={classes.line}>
      <Text size="xs" c="dimmed" component="p" m={0}>
        {isSameKind(rowKind, guess) ? say(dataset.rowKindWhy) : t(`row-kind.read.${rowKind.kind}`)}
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={() => readAs(instead)}>
        {t(`row-kind.treat.${instead.kind}`)}
      </Button>
      {ReadTools && <ReadTools />}
    </div>
  );
}
