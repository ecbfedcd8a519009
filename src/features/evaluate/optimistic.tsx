import { Text } from "@mantine/core";
import { isByTruth } from "../../core/score/consequence";
import { fBeta, type Confusion } from "../../core/evaluate/figures";
import { thresholdRuleOf } from "../../state/choices";
import { useSession } from "../../state/use-session";
import { formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import type { JudgedDetector } from "./figures-table";

/** Of detectors whose threshold was chosen by this very truth: that figures are optimistic, and how it does on rows that had no part in it. */
export function Optimistic({ judged }: { readonly judged: readonly JudgedDetector[] }) {
  const { t, i18n } = useWords("evaluate");
  const choices = useSession(({ history }) => history.present);
  const chosen = judged.filter(({ id }) => {
    const rule = thresholdRuleOf(choices, id);
    return rule.kind === "by" && isByTruth(rule.by);
  });
  const said = (value: number) => (Number.isNaN(value) ? "–" : formatNumber(value, i18n.language, 2));
  const figures = (of: Confusion) => ({
    precision: said(of.hits / (of.hits + of.falseAlarms)),
    recall: said(of.hits / (of.hits + of.missed)),
    f1: said(fBeta(of, 1)),
  });
  return chosen.map(({ id, name, found: { crossFitted } }) => (
    <Text key={id} size="sm">
      {t("chosen-by", { detector: name })} {crossFitted ? t("chosen-on-half", figures(crossFitted)) : t("chosen-few")}
    </Text>
  ));
}
