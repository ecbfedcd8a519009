import { falseOnesAt } from "../../../core/score/calibrated";
import { sensitivityAt } from "../../../core/score/sensitivity";
import type { ReportSection } from "../../../core/report/report";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

/** From which score on rows are flagged, who said so, and what it brings. */
export function thresholdPart(material: ReportMaterial, words: ReportWords): ReportSection {
  const { t, count, number, share } = words;
  const { result, threshold } = material;
  const all = result.sorted.length;
  const { enter, leave } = sensitivityAt(result.sorted, threshold.value);
  const isTested = result.calibration?.members.some(({ said }) => said === "spoke") === true;
  return {
    title: t("page.threshold.title"),
    blocks: [
      {
        is: "facts",
        facts: [
          { name: t("page.threshold.from"), value: number(threshold.value, 6) },
          { name: t("page.threshold.chosen"), value: chosenBy(material, words) },
          {
            name: t("page.threshold.flags"),
            value: t("page.threshold.flags-what", {
              formatted: count(threshold.count),
              rows: count(all),
              share: share(all === 0 ? 0 : threshold.count / all),
            }),
          },
          {
            name: t("page.threshold.moves"),
            value: t("inspect:threshold.sensitivity", { enter: count(enter), leave: count(leave) }),
          },
          ...(isTested
            ? [{ name: t("page.threshold.false"), value: number(falseOnesAt(threshold.value, all), 1) }]
            : []),
        ],
      },
    ],
  };
}

function chosenBy({ threshold: { rule } }: ReportMaterial, { t, count, number, share }: ReportWords): string {
  switch (rule.kind) {
    case "suggested":
    case "fixed":
      return t(`page.threshold.rule.${rule.kind}`);
    case "named":
      return t(`inspect:threshold.name.${rule.name}`);
    case "share":
      return t("page.threshold.rule.share", { share: share(rule.share) });
    case "top-k":
      return t("page.threshold.rule.top-k", { k: count(rule.k) });
    case "by":
      switch (rule.by.kind) {
        case "capacity":
          return t("page.threshold.rule.capacity", { count: number(rule.by.count), per: rule.by.per });
        case "cost":
          return t("page.threshold.rule.cost", { missed: number(rule.by.missed), alarm: number(rule.by.falseAlarm) });
        case "best":
          return t("page.threshold.rule.best");
        case "false-alarms":
          return t("page.threshold.rule.false-alarms", { share: share(rule.by.share) });
        default:
          return rule.by satisfies never;
      }
    default:
      return rule satisfies never;
  }
}
