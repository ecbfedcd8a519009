import { SegmentedControl, Text, Title } from "@mantine/core";
import { Suspense } from "react";
import { possibleKinds } from "../../../state/kinds/kinds";
import { useActions, useSession } from "../../../state/use-session";
import { useNote } from "../../../ui/use-note";
import { late } from "../../../ui/late";
import { useWords } from "../../../ui/use-words";
import { OtherTime } from "./other-time";
import classes from "./row-kind.module.css";

const SeriesSettings = late(async () => (await import("./series-settings")).SeriesSettings);
const EventsSettings = late(async () => (await import("./events-settings")).EventsSettings);

/** What the rows of the table are, and what follows from it. */
export function RowKindChoice() {
  const { t } = useWords("series");
  const say = useNote();
  const { readAs } = useActions();
  const dataset = useSession((state) => state.dataset);
  const rowKind = useSession((state) => state.history.present.recipe?.rowKind);
  if (!dataset || rowKind?.kind === "images") return null;
  const possible = possibleKinds(dataset);
  const choose = (name: string) => {
    const chosen = possible.find(({ kind }) => kind === name);
    if (chosen) readAs(chosen);
  };
  return (
    <section className={classes.rowKind} aria-label={t("shape.title")}>
      <div className={classes.head}>
        <Title order={2} size="h4">
          {t("shape.title")}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t("shape.title")}
          data={possible.map(({ kind }) => ({ value: kind, label: t(`shape.kind.${kind}`) }))}
          value={rowKind?.kind ?? "rows"}
          onChange={choose}
        />
        <Text size="sm" c="dimmed">
          {say(dataset.rowKindWhy)}
        </Text>
        {rowKind?.kind === "series" && <OtherTime rowKind={rowKind} />}
      </div>
      <Suspense fallback={null}>
        {rowKind?.kind === "series" && <SeriesSettings rowKind={rowKind} />}
        {rowKind?.kind === "events" && <EventsSettings rowKind={rowKind} />}
      </Suspense>
    </section>
  );
}
