import { Checkbox, Group, NativeSelect, NumberInput, Switch, Text, TextInput } from "@mantine/core";
import type { ColumnRecipe } from "../../core/prepare/recipe";
import type { ColumnCard } from "../../engine/protocol";
import { useActions } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import classes from "./column-list.module.css";
import { LabelChoices } from "./label-choices";
import { useAutomatic } from "./use-automatic";
import {
  DATE_PARTS,
  ENCODE_RULES,
  isDatePart,
  isEncoding,
  isScale,
  isSide,
  missingKindsFor,
  missingRuleOf,
  SCALE_RULES,
  SIDES,
} from "./words-of-choice";

interface Props {
  readonly position: number;
  readonly card: ColumnCard;
  readonly recipe: ColumnRecipe;
}

/** How one column becomes what the detectors see. */
export function ColumnChoices({ position, card, recipe }: Props) {
  const { t } = useWords("prepare");
  const { setColumns, settle } = useActions();
  const automatic = useAutomatic();
  const isNumber = card.kind === "number" || card.kind === "time";
  const choose = (change: Partial<ColumnRecipe>, tag?: string) => setColumns([position], change, tag);
  const constant = recipe.missing.kind === "constant" ? recipe.missing.value : null;
  const tag = `constant:${position}`;

  if (recipe.role === "label") return <LabelChoices position={position} name={card.name} />;
  if (card.kind === "text") return <Text size="sm">{t("choices.text")}</Text>;
  if (recipe.role !== "feature")
    return (
      <Text size="sm" c="dimmed">
        {t("choices.notSeen", { role: t(`role.${recipe.role}`) })}
      </Text>
    );

  return (
    <div className={classes.choices}>
      <NativeSelect
        size="xs"
        label={t("choices.missing")}
        description={card.profile.missing === 0 ? t("choices.noneMissing") : undefined}
        value={recipe.missing.kind}
        data={missingKindsFor(card.kind).map((rule) => ({ value: rule, label: t(`missingRule.${rule}`) }))}
        onChange={(event) =>
          choose({ missing: missingRuleOf(event.currentTarget.value, recipe.missing, card.kind !== "category") })
        }
      />
      {constant !== null &&
        (isNumber ? (
          <NumberInput
            size="xs"
            label={t("choices.constant")}
            value={constant}
            onChange={(value) => {
              if (typeof value === "number") choose({ missing: { kind: "constant", value } }, tag);
            }}
            onBlur={settle}
          />
        ) : (
          <TextInput
            size="xs"
            label={t("choices.constant")}
            value={constant}
            onChange={(event) => choose({ missing: { kind: "constant", value: event.currentTarget.value } }, tag)}
            onBlur={settle}
          />
        ))}
      <Switch
        size="sm"
        label={t("choices.signal")}
        description={t("choices.signalHelp")}
        checked={recipe.missingSignal}
        onChange={(event) => choose({ missingSignal: event.currentTarget.checked })}
      />
      {card.kind === "number" && (
        <NativeSelect
          size="xs"
          label={t("choices.side")}
          description={t("choices.sideHelp")}
          value={recipe.side ?? "both"}
          data={SIDES.map((side) => ({ value: side, label: t(`side.${side}`) }))}
          onChange={({ currentTarget: { value } }) => {
            if (isSide(value)) choose({ side: value });
          }}
        />
      )}
      {card.kind === "number" && (
        <Switch
          size="sm"
          label={t("choices.log")}
          description={t("choices.logHelp")}
          checked={recipe.log}
          onChange={(event) => choose({ log: event.currentTarget.checked })}
        />
      )}
      {card.kind === "time" && (
        <Checkbox.Group
          size="sm"
          label={t("choices.dateParts")}
          value={[...recipe.dateParts]}
          onChange={(parts) =>
            choose({ dateParts: DATE_PARTS.filter((part) => parts.filter(isDatePart).includes(part)) })
          }
        >
          <Group gap={12} mt={4}>
            {DATE_PARTS.map((part) => (
              <Checkbox key={part} size="xs" value={part} label={t(`datePart.${part}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <NativeSelect
        size="xs"
        label={t("choices.scale")}
        description={recipe.scale === "auto" ? automatic.scaleWhy() : t(`scaleHelp.${recipe.scale}`)}
        value={recipe.scale}
        data={SCALE_RULES.map((rule) => ({ value: rule, label: t(`scale.${rule}`) }))}
        onChange={(event) => {
          const scale = event.currentTarget.value;
          if (isScale(scale)) choose({ scale });
        }}
      />
      {card.kind === "category" && (
        <NativeSelect
          size="xs"
          label={t("choices.encode")}
          description={
            recipe.encode === "auto" ? automatic.encodeWhy(card.profile.distinct) : t(`encodeHelp.${recipe.encode}`)
          }
          value={recipe.encode}
          data={ENCODE_RULES.map((rule) => ({ value: rule, label: t(`encode.${rule}`) }))}
          onChange={(event) => {
            const encode = event.currentTarget.value;
            if (isEncoding(encode)) choose({ encode });
          }}
        />
      )}
    </div>
  );
}
