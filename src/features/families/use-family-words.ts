import type { FamilyReason, ReasonFamily } from "../../core/families/reason-families";
import { useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";

/** What a family of rows is called: by its main reason, and by what its rows share. */
export function useFamilyWords(): (family: ReasonFamily) => string {
  const { t } = useWords("families");
  const columns = useSession((state) => state.dataset?.columns);
  const reasonWords = ({ column, direction }: FamilyReason) => t(direction, { column: columns?.[column]?.name ?? "" });
  return ({ reasons: [main, second], said, level }) => {
    if (said) return t(`said.${said}`);
    const first = level
      ? t(`in-level.${main.direction}`, { column: columns?.[main.column]?.name ?? "", level: level.level })
      : reasonWords(main);
    return second ? t("both", { first, second: reasonWords(second) }) : first;
  };
}
