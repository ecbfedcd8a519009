import { Drawer, SegmentedControl, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Suspense, useMemo, useState } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { DetectorPanel } from "../features/detect/detector-panel";
import { AsidesLine } from "../features/inspect/asides-line";
import { GroupLine } from "../features/inspect/group-line";
import { LeaksLine } from "../features/inspect/leaks-line";
import { ThresholdPanel } from "../features/inspect/threshold-panel";
import { WhyPanel } from "../features/inspect/why-panel";
import { ChecksLine } from "../features/prepare/checks-line";
import { RowKindLine } from "../features/prepare/row-kind/row-kind-line";
import { StretchesProvider } from "../state/use-stretches";
import { useKindScreens, type KindScreens } from "../state/use-kind-screens";
import { useActions, useSession, useStorage } from "../state/use-session";
import { late } from "../ui/late";
import { useWords } from "../ui/use-words";
import { layoutStorage } from "./layout-storage";
import { useFirstExplained } from "./use-first-explained";
import { useMiddle } from "./use-middle";
import classes from "./workspace.module.css";

// Only networks learn, and their charts come with the first of them.
const TrainingPanel = late(async () => (await import("../features/detect/learning/training-panel")).TrainingPanel);

const FindingsPanel = late(async () => (await import("../features/findings/findings-panel")).FindingsPanel);

const JudgeBar = late(async () => (await import("../features/judge/judge-bar")).JudgeBar);
const JudgeAsks = late(async () => (await import("../features/judge/judge-asks")).JudgeAsks);
const ProgressLine = late(async () => (await import("../features/judge/progress-line")).ProgressLine);

/** Below this height the distribution of the scores would push the table out of view; the threshold is on other charts, too. */
const LOW_WINDOW = "(max-height: 1000px)";

/** Detectors, scores and reasons side by side; on narrow screens one at a time, the reasons as a sheet. */
export function Explore() {
  const isNarrow = useMediaQuery("(max-width: 1000px)", undefined, { getInitialValueInEffect: false });
  return <StretchesProvider>{isNarrow ? <Narrow /> : <Wide />}</StretchesProvider>;
}

function Wide() {
  useFirstExplained();
  const { t } = useWords("app");
  const storage = useStorage();
  const layouts = useMemo(() => layoutStorage(storage), [storage]);
  const layout = useDefaultLayout({ id: "anomaly-explorer:explore", storage: layouts });
  return (
    <Group orientation="horizontal" className={classes.group} {...layout}>
      <Panel id="detectors" defaultSize="300px" minSize="220px" collapsible collapsedSize={0}>
        <div className={classes.panel}>
          <DetectorPanel />
        </div>
      </Panel>
      <Separator className={classes.handle} aria-label={t("panel.resize-detectors")} />
      <Panel id="scores" minSize="380px">
        <Middle />
      </Panel>
      <Separator className={classes.handle} aria-label={t("panel.resize-why")} />
      <Panel id="why" defaultSize="360px" minSize="260px" collapsible collapsedSize={0}>
        <section className={classes.panel} aria-label={t("panel.why")}>
          <Judged />
          <WhyPanel />
        </section>
      </Panel>
    </Group>
  );
}

/** The scores and their rows, or the network that learns. */
function Middle() {
  const { t } = useWords("app");
  const { middle, learns, choose } = useMiddle();
  const { Charts, Table, foldsThreshold } = useKindScreens();
  const isLow = useMediaQuery(LOW_WINDOW, undefined, { getInitialValueInEffect: false });
  // A person who does something there while a network learns is not sent away once it has learned.
  const stay = () => {
    if (middle === "training") choose("training");
  };
  return (
    <div className={classes.centre} onFocus={stay}>
      {learns && (
        <SegmentedControl
          size="xs"
          className={classes.middleChoice ?? ""}
          aria-label={t("panel.middle")}
          data={(["scores", "training"] as const).map((value) => ({ value, label: t(`part.${value}`) }))}
          value={middle}
          onChange={choose}
        />
      )}
      {middle === "training" ? (
        <Training />
      ) : (
        <>
          <div className={classes.upper}>
            <Found />
            <ThresholdPanel folded={foldsThreshold || isLow} asks={<Asks />} />
            <VisuallyHidden component="h2">{t("part.charts")}</VisuallyHidden>
            {Charts && <ReadAndDrawn Charts={Charts} />}
            <Progress />
          </div>
          <Table />
        </>
      )}
    </div>
  );
}

/** How the rows are read, and their charts. */
function ReadAndDrawn({ Charts }: { readonly Charts: NonNullable<KindScreens["Charts"]> }) {
  return (
    <>
      <div className={classes.shape}>
        <RowKindLine />
        <LeaksLine />
        <GroupLine />
        <ChecksLine />
        <AsidesLine />
      </div>
      <Charts />
    </>
  );
}

/** What stands out for sure, above every ranking. */
function Found() {
  return (
    <Suspense fallback={null}>
      <FindingsPanel />
    </Suspense>
  );
}

/** What a person says of the selected row. */
function Judged() {
  return (
    <Suspense fallback={null}>
      <JudgeBar />
    </Suspense>
  );
}

/** What the flagged rows have in common, and marks from a file. */
function Asks() {
  return (
    <Suspense fallback={null}>
      <JudgeAsks />
    </Suspense>
  );
}

/** How far a person is through what is flagged. */
function Progress() {
  return (
    <Suspense fallback={null}>
      <ProgressLine />
    </Suspense>
  );
}

function Training() {
  return (
    <Suspense fallback={null}>
      <TrainingPanel />
    </Suspense>
  );
}

const parts = ["flagged", "charts", "training", "detectors"] as const;
type Part = (typeof parts)[number];

function Narrow() {
  const { t } = useWords("app", "common");
  const [chosen, setPart] = useState<Part>("flagged");
  const { learns } = useMiddle();
  const { Charts, Table, foldsThreshold } = useKindScreens();
  const part = chosen === "training" && !learns ? "flagged" : chosen;
  const selected = useSession((state) => state.viewState.selectedRow);
  const { select } = useActions();
  return (
    <div className={classes.narrow}>
      <div className={classes.narrowTabs}>
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label={t("panel.parts")}
          data={parts
            .filter((value) => (value === "training" ? learns : value !== "charts" || Charts))
            .map((value) => ({ value, label: t(`part.${value}`) }))}
          value={part}
          onChange={(value) => setPart(value)} // Its values are the parts given above.
        />
      </div>
      <div className={classes.narrowBody} data-part={part}>
        {part === "flagged" && (
          <>
            <div className={classes.upper}>
              <Found />
              <ThresholdPanel folded={foldsThreshold} asks={<Asks />} />
              <Progress />
            </div>
            <Table />
          </>
        )}
        {part === "charts" && Charts && (
          <>
            <VisuallyHidden component="h2">{t("part.charts")}</VisuallyHidden>
            <ReadAndDrawn Charts={Charts} />
          </>
        )}
        {part === "training" && <Training />}
        {part === "detectors" && <DetectorPanel />}
      </div>
      <Drawer
        position="bottom"
        size="75%"
        opened={selected !== null}
        onClose={() => select(null)}
        title={t("panel.why")}
        styles={{ body: { padding: 0 } }}
        closeButtonProps={{ "aria-label": t("common:close") }}
        // Its <header> would otherwise count as a second banner of the page.
        attributes={{ header: { role: "presentation" } }}
      >
        <Judged />
        <WhyPanel />
      </Drawer>
    </div>
  );
}
