import { Title } from "@mantine/core";
import { useId } from "react";
import { useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import { ConsensusLine, GuidedLine, RuledLine } from "./combined-line";
import { DetectorLine } from "./detector-line";
import classes from "./detector-panel.module.css";
import { DetectorPicker } from "./detector-picker";
import { KeptDetectors } from "./kept-detectors";
import { RecommendedLine } from "./recommended-line";
import { RunSettings } from "./run-settings";
import { ShownSettings } from "./shown-settings";
import { StabilitySection } from "./stability-section";
import { TaughtLine } from "./taught-line";
import { useTableFacts } from "./use-table-facts";

/** The detectors that run, which of them is on screen, and its settings. */
export function DetectorPanel() {
  const { t } = useWords("detect");
  const picked = useSession((state) => state.history.present.picked);
  const facts = useTableFacts();
  const group = useId();
  return (
    <div className={classes.panel}>
      <section aria-labelledby={`${group}-title`}>
        <Title order={2} size="h5" id={`${group}-title`}>
          {t("panel.title")}
        </Title>
        <div className={classes.lines} role="radiogroup" aria-labelledby={`${group}-title`}>
          {picked.map((id) => (
            <DetectorLine key={id} id={id} isLast={picked.length === 1} group={group} />
          ))}
          <ConsensusLine group={group} />
          <GuidedLine group={group} />
          <RuledLine group={group} />
        </div>
        <DetectorPicker facts={facts} />
        <RecommendedLine />
        <TaughtLine />
      </section>
      <ShownSettings />
      <StabilitySection />
      <RunSettings />
      <KeptDetectors />
    </div>
  );
}
