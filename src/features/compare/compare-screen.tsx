import { Button, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useActions, useSession } from "../../state/use-session";
import { usePanel, type DetectorResult } from "../../state/use-panel";
import { useWords } from "../../ui/use-words";
import { AgreementTable } from "./agreement-table";
import classes from "./compare-screen.module.css";
import { ConsensusRuleChoice } from "./consensus-rule-choice";
import { FlaggedSets } from "./flagged-sets";
import { SideBySide } from "./side-by-side";
import { useFlaggedParts } from "./use-flagged-parts";

/** The picked detectors side by side: what each flags, how they agree, how they become one score, and how good each is. */
export function CompareScreen({ children }: { readonly children?: ReactNode }) {
  const { t } = useWords("compare");
  const panel = usePanel();
  return (
    <div className={classes.screen}>
      <Title order={2} size="h3">
        {t("title")}
      </Title>
      {panel.length < 2 ? <TooFew /> : <Compared panel={panel} />}
      {children}
    </div>
  );
}

function Compared({ panel }: { readonly panel: readonly DetectorResult[] }) {
  const { t } = useWords("compare");
  const split = useFlaggedParts(panel);
  return (
    <>
      <section className={classes.part} aria-label={t("side.title")}>
        <ConsensusRuleChoice />
        <SideBySide panel={panel} />
      </section>
      <div className={classes.halves}>
        <FlaggedSets panel={panel} split={split} />
        <AgreementTable panel={panel} split={split} />
      </div>
    </>
  );
}

function TooFew() {
  const { t } = useWords("compare");
  const { goTo } = useActions();
  const isOnItsWay = useSession(
    ({ runs, history: { present } }) =>
      present.picked.length > 1 &&
      present.picked.some((id) => runs[id]?.status === "running" || runs[id]?.status === "waiting"),
  );
  return (
    <div>
      <Text mb="sm">{t(isOnItsWay ? "nothing.soon" : "nothing.yet")}</Text>
      <Button variant="default" onClick={() => goTo("explore")}>
        {t("nothing.explore")}
      </Button>
    </div>
  );
}
