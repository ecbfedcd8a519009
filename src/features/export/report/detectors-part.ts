import { defaultsOf, type ParamSpec } from "../../../core/detect/param-schema";
import { CONSENSUS, isCombination } from "../../../core/detect/run-key";
import type { ReportSection } from "../../../core/report/report";
import { detectorCardOf, namedInstance } from "../../../state/catalogue";
import { instanceOf, membersOf } from "../../../state/choices";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

/** Which detectors ran, how each was set up, and whose scores are told. */
export function detectorsPart(material: ReportMaterial, words: ReportWords): ReportSection {
  const { t, nameOf, count, number } = words;
  const { panel, detector, choices, result } = material;
  const rows = panel.map((one) => [
    nameOf(namedInstance(one.detector)),
    settingsOf(one.detector, material, words),
    count(one.threshold.count),
    number(one.result.seconds.prepare + one.result.seconds.fit + one.result.seconds.score, 2),
  ]);
  const hasChance = result.chance || panel.some((one) => one.result.chance);
  const label = nameOf(namedInstance(detector));
  const members = membersOf(choices).map((id) => nameOf(namedInstance(id)));
  const rule = t(`compare:consensus.${choices.consensus.rule}`);
  return {
    title: t("page.detectors.title"),
    blocks: [
      {
        is: "facts",
        facts: [
          {
            name: t("page.detectors.shown"),
            value: isCombination(detector)
              ? t("page.detectors.consensus", { label, members: words.list(members), rule })
              : label,
          },
          {
            name: t("page.detectors.random"),
            value: hasChance ? String(choices.seed) : t("page.detectors.random-none"),
          },
        ],
      },
      {
        is: "table",
        caption: t("page.detectors.caption"),
        columns: [
          { name: t("page.detectors.name") },
          { name: t("page.detectors.settings") },
          { name: t("page.detectors.flags"), isNumber: true },
          { name: t("page.detectors.seconds"), isNumber: true },
        ],
        rows,
      },
    ],
  };
}

/** What of it was set up otherwise than usual, and all else by its own words. */
function settingsOf(id: string, { choices }: ReportMaterial, words: ReportWords): string {
  const { t, ofDetector } = words;
  const card = detectorCardOf(id);
  const params = instanceOf(choices, id)?.params;
  if (!card || !params || id === CONSENSUS) return "";
  const usual: Readonly<Record<string, unknown>> = defaultsOf(card.params);
  const told = Object.entries<ParamSpec>(card.params).flatMap(([name, spec]) => {
    const value = params[name] ?? spec.default;
    if (spec.when && params[spec.when.param] !== spec.when.is) return [];
    const label = ofDetector(card, `params.${name}.label`, spec.label);
    const said = t("page.detectors.setting", { name: label, value: valueOf(value, spec, card, name, words) });
    return [value === usual[name] ? said : `${said} *`];
  });
  return told.length === 0 ? t("page.detectors.none") : words.names(told);
}

function valueOf(
  value: number | string | boolean,
  spec: ParamSpec,
  card: { readonly id: string },
  name: string,
  { t, number, ofDetector }: ReportWords,
): string {
  if (typeof value === "number") return number(value, 6);
  if (typeof value === "boolean") return t(value ? "page.detectors.on" : "page.detectors.off");
  if (spec.kind === "column") return value === "" ? t("page.detectors.itself") : value;
  return ofDetector(card, `params.${name}.options.${value}`, value);
}
