import { SegmentedControl, Text, Title } from "@mantine/core";
import { possibleKinds } from "../../../state/kinds/kinds";
import { useAnyRowKind } from "../../../state/kinds/use-row-kind";
import { useKindScreens } from "../../../state/use-kind-screens";
import { useActions, useSession } from "../../../state/use-session";
import { useNote } from "../../../ui/use-note";
import { useWords } from "../../../ui/use-words";
import classes from "./row-kind.module.css";

/** What the rows of the table are, and what follows from it. */
export function RowKindChoice() {
  const { t } = useWords("series");
  const say = useNote();
  const { readAs } = useActions();
  const dataset = useSession((state) => state.dataset);
  const rowKind = useAnyRowKind();
  const { KindTools, KindSettings } = useKindScreens();
  if (!dataset) return null;
  const possible = possibleKinds(dataset);
  const choose = (name: string) => {
    const chosen = possible.find(({ kind }) => kind === name);
    if (chosen) readAs(chosen);
  };
  return (
    <section className={classes.rowKind} aria-label={t("row-kind.title")}>
      <div className={classes.head}>
        <Title order={2} size="h4">
          {t("row-kind.title")}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t("row-kind.title")}
          data={possible.map(({ kind }) => ({ value: kind, label: t(`row-kind.kind.${kind}`) }))}
          value={rowKind.kind}
          onChange={choose}
        />
        <Text size="sm" c="dimmed">
          {say(dataset.rowKindWhy)}
        </Text>
        {KindTools && <KindTools />}
      </div>
      {KindSettings && <KindSettings />}
    </section>
  );
}
