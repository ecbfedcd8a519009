import { Button, Group, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { saidBySample } from "../../state/unflagged-sample";
import { shownThresholdOf, shownResultOf } from "../../state/threshold";
import { useActions, useSession } from "../../state/use-session";
import { formatCount, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./evaluation.module.css";

/** So many are looked at in a few minutes, and none strange among them says that at most one in seven is. */
const ROWS_DRAWN = 20;

/** What is missed, by a look at unflagged rows drawn at random. */
export function Missed() {
  const { t, i18n } = useWords("evaluate");
  const { drawSample, goOnWithSample } = useActions();
  const sample = useSession(({ history }) => history.present.sample);
  const marked = useSession((state) => state.marked);
  const flagged = useSession((state) => shownThresholdOf(state)?.count ?? 0);
  const scored = useSession((state) => shownResultOf(state)?.order.length ?? 0);
  const count = (of: number) => formatCount(Math.round(of), i18n.language);
  const said = useMemo(() => sample && saidBySample(sample, marked), [sample, marked]);
  const isOther = sample !== null && scored - flagged !== sample.unflagged;
  return (
    <section className={classes.missed} aria-label={t("sample.title")}>
      <Title order={4} size="h6">
        {t("sample.title")}
      </Title>
      {!sample || !said ? (
        <Text size="sm" c="dimmed">
          {t("sample.help")}
        </Text>
      ) : (
        <Text size="sm">
          {t("sample.progress", { looked: count(said.looked), all: count(sample.rows.length) })}{" "}
          {said.looked > 0 &&
            t("sample.missed", {
              strange: count(said.strange),
              looked: count(said.looked),
              unflagged: count(sample.unflagged),
              missed: formatNumber(said.missed, i18n.language, 2),
              low: count(said.low),
              high: count(said.high),
            })}{" "}
          {isOther && t("sample.other-threshold", { unflagged: count(sample.unflagged) })}
        </Text>
      )}
      <Group gap="xs">
        {sample && said && said.looked < sample.rows.length && (
          <Button size="compact-sm" variant="light" onClick={() => void goOnWithSample()}>
            {t("sample.go")}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => void drawSample(ROWS_DRAWN)}>
          {t(sample ? "sample.again" : "sample.draw", { count: ROWS_DRAWN })}
        </Button>
      </Group>
    </section>
  );
}
