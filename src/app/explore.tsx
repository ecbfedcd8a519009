import { Drawer, SegmentedControl, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Suspense, useMemo, useState } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { DetectorPanel } from "../features/detect/detector-panel";
import { ThresholdPanel } from "../features/inspect/threshold-panel";
import { MapPanel } from "../features/inspect/map-panel";
import { RowScorePanel } from "../features/inspect/row-score-panel";
import { RowTable } from "../features/inspect/row-table";
import { WhyPanel } from "../features/inspect/why-panel";
import { RowKindLine } from "../features/prepare/row-kind/row-kind-line";
import { StretchesProvider } from "../state/use-stretches";
import { useImagesKind } from "../state/use-images";
import { useSeriesKind } from "../state/use-series";
import { useActions, useSession, useStorage } from "../state/use-session";
import { late } from "../ui/late";
import { useWords } from "../ui/use-words";
import { layoutStorage } from "./layout-storage";
import { useMiddle } from "./use-middle";
import classes from "./workspace.module.css";

// Only networks learn, and their charts come with the first of them.
const TrainingPanel = late(async () => (await import("../features/detect/learning/training-panel")).TrainingPanel);

// The same for series.
const SeriesPanel = late(async () => (await import("../features/series/series-panel")).SeriesPanel);
const StretchTable = late(async () => (await import("../features/series/stretch-table")).StretchTable);

const EventsPanel = late(async () => (await import("../features/events/events-panel")).EventsPanel);
const EventAround = late(async () => (await import("../features/events/event-around")).EventAround);
const StepAround = late(async () => (await import("../features/series/step-around")).StepAround);

const ImagesPanel = late(async () => (await import("../features/images/images-panel")).ImagesPanel);
const ImageInspector = late(async () => (await import("../features/images/image-inspector")).ImageInspector);

/** Detectors, scores and reasons side by side; on narrow screens one at a time, the reasons as a sheet. */
export function Explore() {
  const isNarrow = useMediaQuery("(max-width: 1000px)", undefined, { getInitialValueInEffect: false });
  return <StretchesProvider>{isNarrow ? <Narrow /> : <Wide />}</StretchesProvider>;
}

function Wide() {
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
          <Why />
        </section>
      </Panel>
    </Group>
  );
}

function useIsShaped(): boolean {
  return useSession(({ history }) => (history.present.recipe?.rowKind.kind ?? "rows") !== "rows");
}

/** The scores and their rows, or the network that learns. */
function Middle() {
  const { t } = useWords("app");
  const { middle, learns, choose } = useMiddle();
  const isShaped = useIsShaped();
  const areImages = useImagesKind() !== null;
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
          <ThresholdPanel folded={isShaped} />
          <VisuallyHidden component="h2">{t("part.charts")}</VisuallyHidden>
          {areImages ? (
            <Images />
          ) : (
            <>
              <Charts />
              <div className={classes.table}>
                <Flagged />
              </div>
            </>
          )}
        </>
      )}
    </div>
  );
}

/** The images, and the same rows as a table and in charts. */
function Images() {
  return (
    <div className={classes.images}>
      <Suspense fallback={null}>
        <ImagesPanel
          rowKindLine={<RowKindLine />}
          table={<RowTable />}
          charts={
            <div className={classes.charts}>
              <RowScorePanel />
              <MapPanel />
            </div>
          }
        />
      </Suspense>
    </div>
  );
}

/** The scores by row and a map of them; of a series its line over time, of events their sequences. */
function Charts() {
  const kind = useSession(({ history }) => history.present.recipe?.rowKind.kind ?? "rows");
  return (
    <>
      <div className={classes.shape}>
        <RowKindLine />
      </div>
      {kind === "rows" ? (
        <div className={classes.charts}>
          <RowScorePanel />
          <MapPanel />
        </div>
      ) : (
        <Suspense fallback={null}>{kind === "series" ? <SeriesPanel /> : <EventsPanel />}</Suspense>
      )}
    </>
  );
}

/** Why a row is strange; of a step of a series also what surrounds it, of an event where it stands. */
function Why() {
  const kind = useSession(({ history }) => history.present.recipe?.rowKind.kind ?? "rows");
  return (
    <WhyPanel
      around={(row, explanation) => (
        <Suspense fallback={null}>
          {kind === "events" ? <EventAround row={row} /> : <StepAround row={row} explanation={explanation} />}
        </Suspense>
      )}
      image={(row) => (
        <Suspense fallback={null}>
          <ImageInspector row={row} />
        </Suspense>
      )}
    />
  );
}

/** What is flagged, row by row; of a series stretch by stretch too. */
function Flagged() {
  const isSeries = useSeriesKind() !== null;
  return isSeries ? (
    <Suspense fallback={null}>
      <StretchTable rows={<RowTable />} />
    </Suspense>
  ) : (
    <RowTable />
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
  const isShaped = useIsShaped();
  const areImages = useImagesKind() !== null;
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
            .filter((value) => (value === "training" ? learns : value !== "charts" || !areImages))
            .map((value) => ({ value, label: t(`part.${value}`) }))}
          value={part}
          onChange={(value) => setPart(value)} // Its values are the parts given above.
        />
      </div>
      <div className={classes.narrowBody}>
        {part === "flagged" && (
          <>
            <ThresholdPanel folded={isShaped} />
            {areImages ? (
              <Images />
            ) : (
              <div className={classes.table}>
                <Flagged />
              </div>
            )}
          </>
        )}
        {part === "charts" && (
          <>
            <VisuallyHidden component="h2">{t("part.charts")}</VisuallyHidden>
            <Charts />
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
        <Why />
      </Drawer>
    </div>
  );
}
