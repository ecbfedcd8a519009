import { Button, NumberInput, SegmentedControl, Text } from "@mantine/core";
import { useState } from "react";
import { areaOfCells, cellsOfArea, withBorder, withRectangle, type IgnoredArea } from "../../charts/image/ignored-area";
import { useRowKind } from "../../state/kinds/use-row-kind";
import { useActions } from "../../state/use-session";
import { formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./inspector.module.css";
import { ShareSlider } from "./share-slider";

export interface Brush {
  /** Share of the side. */
  readonly radius: number;
  /** Else it erases. */
  readonly paints: boolean;
}

interface Props {
  readonly draft: IgnoredArea;
  onDraft(draft: IgnoredArea | null): void;
  readonly brush: Brush;
  onBrush(brush: Brush): void;
}

const sides = ["left", "top", "width", "height"] as const;

/** What of all images is ignored: painted with a brush, or given as a border and rectangles. Applied as one choice. */
export function IgnorePainter({ draft, onDraft, brush, onBrush }: Props) {
  const { t, i18n } = useWords("images");
  const { setRecipe } = useActions();
  const rowKind = useRowKind("images");
  const [border, setBorder] = useState(5);
  const [rectangle, setRectangle] = useState({ left: 0, top: 0, width: 20, height: 20 });
  const share = draft.reduce((sum, cell) => sum + cell, 0) / draft.length;

  function addRectangle(paints: boolean): void {
    const [left, top, width, height] = sides.map((side) => rectangle[side] / 100);
    onDraft(withRectangle(draft, { left: left ?? 0, top: top ?? 0, width: width ?? 0, height: height ?? 0 }, paints));
  }
  function apply(): void {
    if (rowKind) setRecipe({ rowKind: { ...rowKind, ignored: cellsOfArea(draft) } });
    onDraft(null);
  }
  return (
    <section className={classes.painter} aria-label={t("ignore.title")}>
      <Text size="xs" c="dimmed">
        {t("ignore.help")}
      </Text>
      <div className={classes.controls}>
        <SegmentedControl
          size="xs"
          aria-label={t("ignore.tool")}
          value={brush.paints ? "paint" : "erase"}
          onChange={(tool) => onBrush({ ...brush, paints: tool === "paint" })}
          data={(["paint", "erase"] as const).map((value) => ({ value, label: t(`ignore.${value}`) }))}
        />
        <ShareSlider
          label={t("ignore.brush")}
          min={0.01}
          max={0.25}
          step={0.01}
          value={brush.radius}
          onChange={(radius) => onBrush({ ...brush, radius })}
        />
      </div>
      <div className={classes.controls}>
        <Percent label={t("ignore.border")} value={border} most={49} onChange={setBorder} />
        <Button size="xs" variant="default" onClick={() => onDraft(withBorder(draft, border / 100))}>
          {t("ignore.border-add")}
        </Button>
      </div>
      <fieldset className={classes.rectangle}>
        <legend>{t("ignore.rectangle")}</legend>
        {sides.map((side) => (
          <Percent
            key={side}
            label={t(`ignore.${side}`)}
            value={rectangle[side]}
            most={100}
            onChange={(value) => setRectangle({ ...rectangle, [side]: value })}
          />
        ))}
        <Button size="xs" variant="default" onClick={() => addRectangle(true)}>
          {t("ignore.rectangle-paint")}
        </Button>
        <Button size="xs" variant="default" onClick={() => addRectangle(false)}>
          {t("ignore.rectangle-erase")}
        </Button>
      </fieldset>
      <div className={classes.controls}>
        <Text size="xs" role="status" w="100%">
          {t("ignore.ignored", { share: formatPercent(share, i18n.language) })}
        </Text>
        <Button size="compact-xs" variant="default" disabled={share === 0} onClick={() => onDraft(areaOfCells([]))}>
          {t("ignore.clear")}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => onDraft(null)}>
          {t("ignore.cancel")}
        </Button>
        <Button size="compact-xs" disabled={share === 1} onClick={apply}>
          {t("ignore.apply")}
        </Button>
      </div>
    </section>
  );
}

interface PercentProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  onChange(value: number): void;
}

function Percent({ label, value, most, onChange }: PercentProps) {
  return (
    <NumberInput
      size="xs"
      w={72}
      label={label}
      suffix="%"
      min={0}
      max={most}
      clampBehavior="strict"
      value={value}
      onChange={(next) => {
        if (typeof next === "number") onChange(next);
      }}
    />
  );
}
