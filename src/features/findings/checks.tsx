import type { MemberWord } from "../../core/detect/test-outcome";
import { namedInstance } from "../../state/catalogue";
import { useInstanceName } from "../../ui/use-instance-name";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./findings-panel.module.css";

/** Who looked, who kept silent, and why; folded away. */
export function Checks({ members }: { readonly members: readonly MemberWord[] }) {
  const { t } = useWords("findings");
  const say = useNote();
  const nameOf = useInstanceName();
  if (members.length === 0) return null;
  const spoke = members.filter(({ said }) => said === "spoke").length;
  const all = members.length;
  return (
    <details className={classes.checks}>
      <summary>{spoke === all ? t("checks.all", { count: all }) : t("checks.some", { spoke, all })}</summary>
      <ul>
        {members.map(({ member, said, why }) => (
          <li key={member}>
            {t(`checks.${said}`, { label: nameOf(namedInstance(member)), why: why ? say(why) : "" })}
          </li>
        ))}
      </ul>
    </details>
  );
}
