import { ActionIcon, Button, FileButton, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { periodColumnOf } from "../../core/prepare/period-column";
import type { Recipe } from "../../core/prepare/recipe";
import type { LabelledWindow } from "../../core/series/labelled-windows";
import { periodsAsText, periodsIn } from "../../core/series/periods-in-text";
import type { DatasetCard } from "../../engine/protocol";
import { useActions } from "../../state/use-session";
import { saveFile } from "../../ui/save-file";
import { useTimeWords } from "../../ui/use-time-words";
import { useWords } from "../../ui/use-words";
import classes from "./prepare-screen.module.css";

interface Props {
  readonly dataset: DatasetCard;
  readonly recipe: Recipe;
}

/** Periods that are neither learned from nor flagged, such as maintenance: typed, or from a file of windows; kept and saved. */
export function IgnoredPeriods({ dataset, recipe }: Props) {
  const { t } = useWords("prepare");
  const { ignorePeriods } = useActions();
  const at = recipe.ignored?.column ?? periodColumnOf(recipe, dataset.columns);
  const column = dataset.columns[at ?? -1];
  const isClock = column?.kind === "time";
  const words = useTimeWords(isClock);
  if (at === null || !column) return null;
  const windows = recipe.ignored?.windows ?? [];
  const change = (next: readonly LabelledWindow[]) =>
    ignorePeriods(
      at,
      [...next].sort((a, b) => a.from - b.from),
    );
  const save = () =>
    saveFile(new Blob([periodsAsText(windows, isClock)], { type: "application/json" }), t("ignored.file-name"));
  return (
    <section className={classes.limit} aria-label={t("ignored.title")}>
      <Text size="sm">{t("ignored.title")}</Text>
      <Text size="xs" c="dimmed">
        {t("ignored.help", { column: column.name })}
      </Text>
      <Stack gap={2}>
        {windows.map((window, place) => (
          <Group key={place} gap="xs">
            <Text size="xs">{t("ignored.period", { from: words(window.from), to: words(window.to) })}</Text>
            <ActionIcon
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={t("ignored.remove", { from: words(window.from), to: words(window.to) })}
              onClick={() => change(windows.filter((_, other) => other !== place))}
            >
              <IconX size={12} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <Add isClock={isClock} onAdd={(window) => change([...windows, window])} />
      <Group gap="xs">
        <FromFile onRead={(read) => change([...windows, ...read])} />
        {windows.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={save}>
            {t("ignored.save")}
          </Button>
        )}
      </Group>
    </section>
  );
}

function Add({ isClock, onAdd }: { readonly isClock: boolean; onAdd(window: LabelledWindow): void }) {
  const { t } = useWords("prepare");
  const [ends, setEnds] = useState({ from: "", to: "" });
  const [from, to] = [momentOf(ends.from, isClock), momentOf(ends.to, isClock)];
  const isWhole = from !== null && to !== null && from <= to;
  const add = () => {
    if (!isWhole) return;
    onAdd({ from, to });
    setEnds({ from: "", to: "" });
  };
  return (
    <Group gap="xs" align="end">
      {(["from", "to"] as const).map((end) => (
        <TextInput
          key={end}
          size="xs"
          w={160}
          label={t(`ignored.${end}`)}
          placeholder={isClock ? t("ignored.moment") : ""}
          value={ends[end]}
          error={ends[end] !== "" && momentOf(ends[end], isClock) === null ? t("ignored.no-moment") : undefined}
          onChange={({ currentTarget: { value } }) => setEnds((before) => ({ ...before, [end]: value }))}
          onKeyDown={({ key }) => key === "Enter" && add()}
        />
      ))}
      <Button size="xs" variant="default" disabled={!isWhole} onClick={add}>
        {t("ignored.add")}
      </Button>
    </Group>
  );
}

function FromFile({ onRead }: { onRead(windows: readonly LabelledWindow[]): void }) {
  const { t } = useWords("prepare");
  const { announce } = useActions();
  // So that the same file chosen again is a choice again.
  const reset = useRef<() => void>(null);
  async function read(file: File): Promise<void> {
    reset.current?.();
    const found = periodsIn(await file.text().catch(() => ""));
    const values = { name: file.name };
    if (!found) return announce("bad", { code: "prepare.no-periods", values });
    onRead(found.windows);
    if (found.unread > 0)
      announce("info", { code: "prepare.periods-unread", values: { ...values, count: found.unread } });
  }
  return (
    <FileButton
      accept=".json,.csv,.txt,.tsv,application/json,text/csv"
      resetRef={reset}
      inputProps={{ "aria-label": t("ignored.bring") }}
      onChange={(file) => {
        if (file) void read(file);
      }}
    >
      {(props) => (
        <Button {...props} size="compact-xs" variant="subtle" title={t("ignored.bring-help")}>
          {t("ignored.bring")}
        </Button>
      )}
    </FileButton>
  );
}

/** A moment as it is written by ISO 8601, on the clocks of the column; of a column of numbers a number. */
function momentOf(text: string, isClock: boolean): number | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const at = isClock ? Date.parse(`${trimmed.replace(" ", "T")}${trimmed.length > 10 ? "Z" : ""}`) : Number(trimmed);
  return Number.isNaN(at) ? null : at;
}
