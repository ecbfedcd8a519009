import type { FigureName } from "../../core/evaluate/figures";
import { formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";

/** What a person asks of figures that have a number of their own. */
export interface Asked {
  readonly beta: number;
  readonly k: number;
}

/** What figures are called, and what they mean. */
export function useFigureWords({ beta, k }: Asked) {
  const { t, i18n } = useWords("evaluate");
  const values = { beta: formatNumber(beta, i18n.language), k: formatNumber(k, i18n.language) };
  return (name: FigureName) => ({
    name: t(`figure.${name}.name`, values),
    help: t(`figure.${name}.help`, values),
  });
}
