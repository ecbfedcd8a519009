import { Button, Checkbox } from "@mantine/core";
import { HeatLegend } from "../../charts/image/heat-legend";
import type { HeatScale } from "../../engine/protocol";
import { useWords } from "../../ui/use-words";
import classes from "./inspector.module.css";
import type { Blink } from "./use-blink";
import { ShareSlider } from "./share-slider";

interface Props {
  /** null: there is no heat. */
  readonly scale: HeatScale | null;
  readonly opacity: number;
  onOpacity(opacity: number): void;
  readonly hasOutlines: boolean;
  onOutlines(hasOutlines: boolean): void;
  readonly blink: Blink;
}

/** How the heat is laid over the image, and what its colours mean. */
export function OverlayControls({ scale, opacity, onOpacity, hasOutlines, onOutlines, blink }: Props) {
  const { t } = useWords("images");
  return (
    <div className={classes.controls}>
      {scale && (
        <ShareSlider label={t("inspector.opacity")} min={0} max={1} step={0.05} value={opacity} onChange={onOpacity} />
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
