import { Button, CloseButton, Text, Title } from "@mantine/core";
import type { ColumnCard } from "../../engine/protocol";
import { useActions, useSession } from "../../state/use-session";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import { ColumnChoices } from "./column-choices";
import { ColumnFigures } from "./column-figures";
import classes from "./column-list.module.css";
import type { PartInKind } from "../../core/kinds/core-kind";
import { partInKind } from "../../core/kinds/kinds";
import { useZoneWords } from "./use-zone-words";
import { isRemedied, remedyOf } from "./remedies";

interface Props {
  readonly position: number;
  onClose(): void;
}

/** All about one column: what it holds, what to mind, and how the detectors see it. */
export function ColumnDetail({ position, onClose }: Props) {
  const { t } = useWords("prepare");
  const say = useNote();
  const sayZone = useZoneWords();
  const card = useSession((state) => state.dataset?.columns[position]);
  const recipe = useSession((state) => state.history.present.recipe?.columns[position]);
  const part = usePart(position);
  if (!card || !recipe) return null;

  return (
    <article className={classes.detail} aria-label={t("columns.detailsOf", { column: card.name })}>
      <header className={classes.detailHead}>
        <Title order={2} size="h4" className={classes.detailName}>
          {card.name}
        </Title>
        <CloseButton onClick={onClose} aria-label={t("columns.close")} />
      </header>
      <Text size="sm" c="dimmed">
        {say(card.kindWhy)} {card.zone !== undefined && sayZone(card.zone)}{" "}
        {recipe.role === card.role ? say(card.roleWhy) : t("columns.chosen")}
      </Text>
      <Warnings position={position} card={card} />
      <ColumnFigures card={card} />
      <section aria-label={t("choices.title")}>
        <Title order={3} size="h5" mb={8}>
          {t("choices.title")}
        </Title>
        {part === null || recipe.role === "label" ? (
          <ColumnChoices position={position} card={card} recipe={recipe} />
        ) : (
          <Text size="sm">{t(`part.${part}`)}</Text>
        )}
      </section>
    </article>
  );
}

function Warnings({ position, card }: { readonly position: number; readonly card: ColumnCard }) {
  const { t } = useWords("prepare");
  const say = useNote();
  const { setColumns } = useActions();
  const recipe = useSession((state) => state.history.present.recipe?.columns[position]);
  const part = usePart(position);
  if (!recipe || card.profile.warnings.length === 0) return null;
  return (
    <ul className={classes.cautions}>
      {card.profile.warnings.map((warning) => {
        const remedy = remedyOf(warning.code, part);
        return (
          <li key={warning.code}>
            <Text size="sm" component="span">
              {say(warning)}
            </Text>
            {remedy && !isRemedied(remedy, recipe) && (
              <Button size="compact-xs" variant="default" ml={8} onClick={() => setColumns([position], remedy.change)}>
                {t(`remedy.${remedy.word}`)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function usePart(position: number): PartInKind | null {
  return useSession(({ dataset, history }) => {
    const { recipe } = history.present;
    const kind = dataset?.columns[position]?.kind;
    return recipe && kind ? partInKind(recipe, position, kind) : null;
  });
}
