import { Button, Text } from "@mantine/core";
import { shownResultOf, shownRunOf } from "../../state/threshold";
import { useChecks } from "../../state/use-checks";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./checks-line.module.css";

/** Beside the result, in one line: what the checks of the data tell first, and the way to all of them. */
export function ChecksLine() {
  const { t, i18n } = useWords("prepare");
  const say = useNote();
  const { goTo } = useActions();
  // Whoever waits for the first answer, or for the rest of what a sample told, does not wait for this as well.
  const isAnswered = useSession((state) => {
    const run = shownRunOf(state);
    return shownResultOf(state) !== null && !(run?.result?.sampled && run.status === "running");
  });
  const { answer } = useChecks(isAnswered);
  const [first] = answer ?? [];
  if (!answer || !first) return null;
  const others = answer.length - 1;
  return (
    <div className={classes.line}>
      <Text size="xs" c="dimmed" component="p" className={classes.text ?? ""} title={say(first.note)}>
        {t("checks.first", { check: say(first.note) })}
      </Text>
      <Button size="compact-xs" variant="subtle" className={classes.all ?? ""} onClick={() => goTo("data")}>
        {others > 0 ? t("checks.more", { count: others, checks: formatCount(others, i18n.language) }) : t("checks.see")}
      </Button>
    </div>
  );
}
