import { Checkbox, NativeSelect } from "@mantine/core";
import { memo } from "react";
import type { ColumnKind } from "../../core/data/column";
import type { ColumnRecipe, Role } from "../../core/prepare/recipe";
import type { ColumnCard } from "../../engine/protocol";
import { ColumnSparkline } from "../../charts/column-histogram/column-sparkline";
import { formatCount, formatPercent } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./column-list.module.css";
import { columnValuesOf } from "./column-values";
import type { PartInKind } from "../../core/kinds/core-kind";
import type { Remedy } from "./remedies";
import { isKind, isRole, COLUMN_KINDS, COLUMN_ROLES } from "./words-of-choice";
import { WarningChips } from "./warning-chips";

interface Props {
  readonly position: number;
  readonly card: ColumnCard;
  readonly recipe: ColumnRecipe;
  /** Null where rows are each for themselves. */
  readonly part: PartInKind | null;
  readonly isOpen: boolean;
  readonly isTicked: boolean;
  onOpen(position: number): void;
  onTick(position: number, isTicked: boolean, through: boolean): void;
  onKind(position: number, kind: ColumnKind): void;
  onRole(position: number, role: Role): void;
  onRemedy(position: number, remedy: Remedy): void;
}

/** One column of the file as a row of the list. */
export const ColumnRow = memo(function ColumnRow({ position, card, recipe, part, isOpen, isTicked, ...on }: Props) {
  const { t, i18n } = useWords("prepare");
  const say = useNote();
  const { profile, name } = card;
  // A name may tell its unit itself.
  const unit = card.unit !== undefined && !name.includes(card.unit) ? card.unit : null;
  const values = columnValuesOf(profile);
  const keepsRole = part === null || part === "channel" || ["label", "id", "ignore"].includes(recipe.role);
  const why = !keepsRole ? t(`part.${part}`) : recipe.role === card.role ? say(card.roleWhy) : t("columns.chosen");

  return (
    <>
      <span role="cell" className={classes.tick}>
        <Checkbox
          size="xs"
          checked={isTicked}
          onChange={() => undefined}
          onClick={(event) => on.onTick(position, !isTicked, event.shiftKey)}
          aria-label={t("columns.tick", { column: name })}
        />
      </span>
      <span role="rowheader" className={classes.named}>
        <button
          type="button"
          className={classes.open}
          onClick={() => on.onOpen(position)}
          aria-expanded={isOpen}
          data-column={position}
        >
          <span className={classes.columnName} title={name}>
            {name}
            {unit && <span className={classes.unit}> {unit}</span>}
          </span>
          <span className={classes.why} title={why}>
            {why}
          </span>
        </button>
      </span>
      <span role="cell" className={classes.kind}>
        <NativeSelect
          size="xs"
          value={card.kind}
          data={COLUMN_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(event) => {
            const kind = event.currentTarget.value;
            if (isKind(kind)) on.onKind(position, kind);
          }}
          title={say(card.kindWhy)}
          aria-label={t("columns.kindOf", { column: name })}
        />
      </span>
      <span role="cell" className={classes.role}>
        <NativeSelect
          size="xs"
          value={recipe.role}
          data={COLUMN_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          onChange={(event) => {
            const role = event.currentTarget.value;
            if (isRole(role)) on.onRole(position, role);
          }}
          title={why}
          aria-label={t("columns.roleOf", { column: name })}
        />
      </span>
      <span role="cell" className={classes.bars}>
        {values && <ColumnSparkline values={values} label={t("columns.barsOf", { column: name })} />}
      </span>
      <span role="cell" className={classes.number} data-quiet={profile.missing === 0 || undefined}>
        <span className={classes.narrowLabel}>{t("columns.missing")} </span>
        {profile.missing === 0 ? "0" : formatPercent(profile.missing / Math.max(profile.rows, 1), i18n.language)}
      </span>
      <span role="cell" className={classes.number}>
        <span className={classes.narrowLabel}>{t("columns.distinct")} </span>
        {formatCount(profile.distinct, i18n.language)}
      </span>
      <span role="cell" className={classes.warnings}>
        <WarningChips
          column={name}
          warnings={profile.warnings}
          recipe={recipe}
          part={part}
          onRemedy={(remedy) => on.onRemedy(position, remedy)}
        />
      </span>
    </>
  );
});
