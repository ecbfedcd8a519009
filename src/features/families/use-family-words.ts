import type { ReasonFamily } from "../../core/families/reason-families";
import { useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";

/** What a family of rows is called: by its main reason, and by what its rows share. */
export function useFamilyWords(): (family: ReasonFamily) => string {
  const { t } = useWords("families");
  const columns = useSession((state) => state.dataset?.columns);
  return ({ column, direction, said, level }) => {
    if (said) return t(`said.${said}`);
    const name = columns?.[column]?.name ?? "";
    return level ? t(`in-level.${direction}`, { column: name, level: level.level }) : t(direction, { column: name });
  };
}
