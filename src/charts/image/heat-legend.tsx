import { formatNumber } from "../../ui/format";
import "../palette.css";
import { heatGradient, type HeatScale } from "../../core/images/heat-colour";
import { useWords } from "../../ui/use-words";
import classes from "./image.module.css";

/** What the colours of the maps mean: from calm over the threshold to the most. The same for all images. */
export function HeatLegend({ scale }: { readonly scale: HeatScale }) {
  const { t, i18n } = useWords("images");
  const said = (value: number) => formatNumber(value, i18n.language, 2);
  return (
    <div className={classes.legend} role="group" aria-label={t("legend.title")} title={t("legend.help")}>
      <div className={classes.ramp} style={{ background: heatGradient }} />
      <div className={classes.ends}>
        <span>{t("legend.calm", { value: said(scale.calm) })}</span>
        <span>{t("legend.threshold", { value: said(scale.threshold) })}</span>
        <span>{t("legend.most", { value: said(scale.most) })}</span>
      </div>
    </div>
  );
}
