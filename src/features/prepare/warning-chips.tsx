import { Badge, Button, Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { Note } from "../../core/data/note";
import type { ColumnRecipe } from "../../core/prepare/recipe";
import { joinSentences } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./column-list.module.css";
import type { PartInKind } from "../../core/kinds/core-kind";
import { isRemedied, remedyOf, type Remedy } from "./remedies";

interface Props {
  readonly column: string;
  readonly warnings: readonly Note[];
  readonly recipe: ColumnRecipe;
  readonly part: PartInKind | null;
  onRemedy(remedy: Remedy): void;
}

const eager = { hover: true, focus: true, touch: true };

/** Warnings of a column as chips; a click on one does what it advises. */
export function WarningChips({ column, warnings, recipe, part, onRemedy }: Props) {
  const { t, knows, i18n } = useWords("prepare");
  const say = useNote();
  return (
    <span className={classes.chips}>
      {warnings.map((warning) => {
        const remedy = remedyOf(warning.code, part);
        const key = `warning.${warning.code.replace("profile.", "")}`;
        const short = knows(key) ? t(key) : say(warning);
        if (!remedy || isRemedied(remedy, recipe))
          return (
            <Tooltip key={warning.code} label={say(warning)} multiline maw={300} events={eager}>
              <Badge
                variant="default"
                size="sm"
                tt="none"
                fw={400}
                tabIndex={0}
                leftSection={remedy ? <IconCheck size={11} /> : <IconAlertTriangle size={11} />}
              >
                {short}
              </Badge>
            </Tooltip>
          );
        const advice = t(`remedy.${remedy.word}`);
        const chip = t("columns.chip", { warning: short, remedy: t(`remedyShort.${remedy.word}`) });
        return (
          <Tooltip
            key={warning.code}
            label={joinSentences([say(warning), advice], i18n.language)}
            multiline
            maw={300}
            events={eager}
          >
            <Button
              size="compact-xs"
              variant="default"
              className={classes.chip}
              leftSection={<IconAlertTriangle size={11} />}
              onClick={() => onRemedy(remedy)}
              aria-label={t("columns.remedy", { column, chip, advice })}
            >
              {chip}
            </Button>
          </Tooltip>
        );
      })}
    </span>
  );
}
