import { Button, Text } from "@mantine/core";
import { useMemo } from "react";
import { sourceRowOf } from "../../core/data/dataset";
import type { RuledFamily } from "../../engine/protocol";
import { useCall } from "../../state/use-call";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./family-strip.module.css";

interface Props {
  readonly family: RuledFamily;
}

/** What can be done with all rows of a family at once, and which of them to look at. */
export function FamilyLine({ family }: Props) {
  const { t, i18n } = useWords("families");
  const { mark, goTo } = useActions();
  const { rows } = family;
  const values = { count: rows.length, rows: formatCount(rows.length, i18n.language) };
  const say = (verdict: "anomaly" | "not-anomaly") => void mark([...rows], { verdict });
  return (
    <section className={classes.line} aria-label={t("shown")}>
      {rows.length > 2 && (
        <>
          <Member row={family.mostTypical} said="typical" />
          <Member row={family.oddest} said="oddest" />
        </>
      )}
      <Button size="compact-xs" variant="light" color="red" onClick={() => say("anomaly")}>
        {t("mark.anomaly", values)}
      </Button>
      <Button size="compact-xs" variant="light" onClick={() => say("not-anomaly")}>
        {t("mark.not-anomaly", values)}
      </Button>
      <Known family={family} />
      <Button size="compact-xs" variant="default" onClick={() => goTo("export")}>
        {t("export")}
      </Button>
    </section>
  );
}

function Member({ row, said }: { readonly row: number; readonly said: "typical" | "oddest" }) {
  const { t, i18n } = useWords("families");
  const { select } = useActions();
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  return (
    <Button size="compact-xs" variant="subtle" onClick={() => select(row)}>
      {t(said, { row: formatCount(sourceRowOf({ sourceRows }, row), i18n.language) })}
    </Button>
  );
}

/** Known, and not to be shown again: a rule for all rows of this kind, with how many it means before it is made. */
function Known({ family: { filters } }: Props) {
  const { t, i18n } = useWords("families");
  const { addRule } = useActions();
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const request = useMemo(
    () => dataset && { dataset, rules: [{ filters, says: "ignore" as const }], row: null },
    [dataset, filters],
  );
  const { answer } = useCall("rulesOn", request === "" ? null : request);
  const count = answer?.counts[0];
  if (filters.length === 0 || count === undefined) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => addRule("ignore", filters)}>
        {t("known")}
      </Button>
      <Text size="xs" c="dimmed" component="span">
        {t("means", { count, rows: formatCount(count, i18n.language) })}
      </Text>
    </>
  );
}
