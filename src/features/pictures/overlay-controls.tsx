import { Button, Checkbox, Slider, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { HeatLegend } from "../../charts/picture/heat-legend";
import type { HeatScale } from "../../engine/protocol";
import { formatPercent } from "../../ui/format";
import classes from "./inspector.module.css";
import type { Blink } from "./use-blink";

interface Props {
  /** null: there is no heat. */
  readonly scale: HeatScale | null;
  readonly opacity: number;
  onOpacity(opacity: number): void;
  readonly hasOutlines: boolean;
  onOutlines(hasOutlines: boolean): void;
  readonly blink: Blink;
}

/** How the heat is laid over the picture, and what its colours mean. */
export function OverlayControls({ scale, opacity, onOpacity, hasOutlines, onOutlines, blink }: Props) {
  const { t, i18n } = useTranslation("pictures");
  return (
    <div className={classes.controls}>
      {scale && (
        <label className={classes.opacity}>
          <Text size="xs" span>
            {t("inspector.opacity")}
          </Text>
          <Slider
            flex={1}
            size="sm"
            min={0}
            max={1}
            step={0.05}
            label={null}
            value={opacity}
            onChange={onOpacity}
            thumbLabel={t("inspector.opacity")}
            thumbValueText={formatPercent(opacity, i18n.language)}
          />
        </label>
      )}
      <div className={classes.beside}>
        {scale && <HeatLegend scale={scale} />}
        <Checkbox
          size="xs"
          label={t("inspector.outlines")}
          title={t("inspector.outlines-help")}
          checked={hasOutlines}
          onChange={({ currentTarget }) => onOutlines(currentTarget.checked)}
        />
        <Button
          size="compact-xs"
          variant={blink.isOn ? "filled" : "default"}
          title={t("inspector.blink-help")}
          aria-pressed={blink.isOn}
          onClick={blink.toggle}
        >
          {t("inspector.blink")}
        </Button>
      </div>
    </div>
  );
}
