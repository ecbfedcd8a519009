import { SegmentedControl, Text, Title } from "@mantine/core";
import { Suspense } from "react";
import { firstShapeOf } from "../../../state/read-as";
import { useActions, useSession } from "../../../state/use-session";
import { useNote } from "../../../ui/use-note";
import { late } from "../../../ui/late";
import { useWords } from "../../../ui/use-words";
import { OtherTime } from "./other-time";
import classes from "./shape.module.css";

const SeriesSettings = late(async () => (await import("./series-settings")).SeriesSettings);
const EventsSettings = late(async () => (await import("./events-settings")).EventsSettings);

const kinds = ["rows", "series", "events"] as const;
type Kind = (typeof kinds)[number];

/** What the rows of the table are, and what follows from it. */
export function ShapeChoice() {
  const { t } = useWords("series");
  const say = useNote();
  const { readAs } = useActions();
  const dataset = useSession((state) => state.dataset);
  const shape = useSession((state) => state.history.present.recipe?.shape);
  if (!dataset || shape?.kind === "images") return null;
  const possible = kinds.filter((kind) => kind === "rows" || firstShapeOf(dataset, kind) !== null);
  const choose = (kind: Kind) => readAs(kind === "rows" ? null : firstShapeOf(dataset, kind));
  return (
    <section className={classes.shape} aria-label={t("shape.title")}>
      <div className={classes.head}>
        <Title order={2} size="h4">
          {t("shape.title")}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t("shape.title")}
          data={possible.map((value) => ({ value, label: t(`shape.kind.${value}`) }))}
          value={shape?.kind ?? "rows"}
          onChange={choose} // Its values are the kinds given above.
        />
        <Text size="sm" c="dimmed">
          {say(dataset.shapeWhy)}
        </Text>
        {shape?.kind === "series" && <OtherTime shape={shape} />}
      </div>
      <Suspense fallback={null}>
        {shape?.kind === "series" && <SeriesSettings shape={shape} />}
        {shape?.kind === "events" && <EventsSettings shape={shape} />}
      </Suspense>
    </section>
  );
}
