import type { ColumnRecipe } from "../../core/prepare/recipe";
import type { Project } from "../../core/project/project";
import { detectorCardOf } from "../../state/catalogue";
import { formatCount, formatList, formatNumber, formatPercent } from "../../ui/format";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useWords } from "../../ui/use-words";

/** What a column may be for that is worth telling: the others are looked at. */
const TOLD_ROLES: readonly Exclude<ColumnRecipe["role"], "feature">[] = ["label", "class", "group", "id", "ignore"];

/** What settings would do, as sentences: all that a person should know before they hold. */
export function useWhatSettingsDo(): (project: Project) => readonly string[] {
  const { t, i18n } = useWords("keep");
  const words = useDetectorWords();
  const { language } = i18n;
  const list = (names: readonly string[]) => formatList(names, language);

  function threshold({ thresholds, shown }: Project): string[] {
    const rule = thresholds[shown];
    switch (rule?.kind) {
      case "fixed":
        return [t("offer.does.fixed", { value: formatNumber(rule.value, language) })];
      case "share":
        return [t("offer.does.share", { share: formatPercent(rule.share, language) })];
      case "top-k":
        return [t("offer.does.top", { count: rule.k, formatted: formatCount(rule.k, language) })];
      case "by":
        return [t(`offer.does.by.${rule.by.kind}`)];
      case "named":
      case "suggested":
      case undefined:
        return [];
      default:
        return rule satisfies never;
    }
  }

  return (project) => {
    const { recipe, reading, picked, detectors, marks } = project;
    const names = picked.map((id) => {
      const detector = detectors.find((one) => one.id === id)?.detector ?? id;
      return words({ id: detector }, "label", detectorCardOf(detector)?.label ?? detector);
    });
    const fixed = reading ? Object.keys({ ...reading.fixed, ...reading.others }).length + reading.kinds.length : 0;
    const columns = recipe?.columns ?? [];
    return [
      ...(recipe?.rowKind ? [t(`offer.does.kind.${recipe.rowKind.kind}`)] : []),
      t("offer.does.detectors", { names: list([...new Set(names)]) }),
      ...threshold(project),
      ...TOLD_ROLES.flatMap((role) => {
        const own = columns.filter((one) => one.recipe.role === role).map(({ column }) => column.name);
        return own.length > 0 ? [t(`offer.does.role.${role}`, { names: list(own) })] : [];
      }),
      ...(recipe?.learn ? [t(`offer.does.learn.${recipe.learn.kind}`)] : []),
      ...(fixed > 0 ? [t("offer.does.reading", { count: fixed })] : []),
      ...(marks.length > 0 ? [t("offer.does.marks", { count: marks.length })] : []),
    ];
  };
}
