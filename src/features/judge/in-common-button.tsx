import { Button, Loader, Popover, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { InCommon, Trait } from "../../core/explain/in-common";
import type { ColumnFilter, RunThreshold } from "../../engine/protocol";
import { shownResultOf, shownThresholdOf } from "../../state/threshold";
import { useCall } from "../../state/use-call";
import { useActions, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCellNumber, formatCount, formatList, formatNumber, formatPercent, formatTime } from "../../ui/format";
import { useWords } from "../../ui/use-words";

/** What the flagged rows have in common, once it is asked for: each a click away from the rows that it speaks of. */
export function InCommonButton() {
  const { t } = useWords("judge");
  const [isOpen, setOpen] = useState(false);
  const run = useSession((state) => shownResultOf(state)?.key ?? null);
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? null);
  if (run === null || threshold === null) return null;
  return (
    <Popover opened={isOpen} onChange={setOpen} width={380} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t("in-common.open")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600} mb="xs">
          {t("in-common.title")}
        </Text>
        <Found question={{ run, threshold }} onShow={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Found({ question, onShow }: { readonly question: RunThreshold; readonly onShow: () => void }) {
  const { t } = useWords("judge");
  const { answer, failure } = useCall("inCommon", question);
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  if (!answer) return <Loader size="xs" aria-label={t("in-common.working")} />;
  if (answer.length === 0) return <Text size="sm">{t("in-common.nothing")}</Text>;
  return (
    <Stack gap="sm">
      {answer.map((found, at) => (
        <Said key={at} found={found} onShow={onShow} />
      ))}
    </Stack>
  );
}

function Said({ found, onShow }: { readonly found: InCommon; readonly onShow: () => void }) {
  const { t, i18n } = useWords("judge");
  const { notice } = useActions();
  const traitInWords = useTraitWords();
  const { traits, have, flagged, othersHave, others, ratio } = found;
  const figure = (value: number) => formatNumber(value, i18n.language, 2);
  const show = () => {
    notice({ filters: traits.map(filterOf), tableRows: "flagged", boxed: null, search: "" });
    onShow();
  };
  return (
    <div>
      <Text size="sm">
        {t("in-common.said", {
          count: flagged,
          formatted: formatCount(flagged, i18n.language),
          have: formatCount(have, i18n.language),
          what: formatList(traits.map(traitInWords), i18n.language),
          share: formatPercent(others ? othersHave / others : 0, i18n.language),
        })}
      </Text>
      <Text size="xs" c="dimmed">
        {t("in-common.ratio", { ratio: figure(ratio.value), low: figure(ratio.low), high: figure(ratio.high) })}
      </Text>
      <Button size="compact-xs" variant="light" mt={4} onClick={show}>
        {t("in-common.show")}
      </Button>
    </div>
  );
}

function filterOf(trait: Trait): ColumnFilter {
  return trait.kind === "level"
    ? { column: trait.column, kind: "levels", levels: [trait.level] }
    : { column: trait.column, kind: "range", min: trait.min, max: trait.max };
}

function useTraitWords(): (trait: Trait) => string {
  const { t, i18n } = useWords("judge");
  const columns = useSession((state) => state.dataset?.columns);
  return (trait) => {
    const { name: column = "", kind = "number" } = columns?.[trait.column] ?? {};
    if (trait.kind === "level") return t("in-common.level", { column, level: trait.level });
    const value = (of: number) =>
      kind === "time" ? formatTime(of, i18n.language) : formatCellNumber(of, i18n.language, 4);
    const [min, max] = [value(trait.min), value(trait.max)];
    return t(min === max ? "in-common.value" : "in-common.range", { column, min, max });
  };
}
