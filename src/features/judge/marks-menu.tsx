import { Button, FileButton, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { MergedMarks } from "../../core/marks/merged-marks";
import type { Mark } from "../../core/project/mark";
import { useActions, useAsk, useSession, useSessionStore } from "../../state/use-session";
import { formatCount, formatNumber, joinSentences } from "../../ui/format";
import { saveFile } from "../../ui/save-file";
import { useWords } from "../../ui/use-words";
import { Conflicts } from "./conflicts";
import { BroughtLines } from "./brought-lines";
import { markLinesIn, marksAsText, ownMarksIn, type MarkLines } from "./marks-file";

/** Marks to another person and from one, and under which name they are made. */
export function MarksMenu() {
  const { t } = useWords("judge");
  const store = useSessionStore();
  const name = useSession((state) => state.dataset?.name ?? "");
  const hasMarks = useSession((state) => state.history.present.marks.length > 0);
  const { markedBy, setMarkedBy } = useActions();
  const [by, setBy] = useState(markedBy);

  function save(): void {
    const text = marksAsText(store.getState().history.present.marks);
    saveFile(new Blob([text], { type: "text/csv" }), t("file-name", { name: name.replace(/\.[^.]+$/, "") }));
  }

  return (
    <Popover width={300} shadow="md" trapFocus position="bottom-start">
      <Popover.Target>
        <Button size="compact-xs" variant="default">
          {t("menu")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TextInput
            size="xs"
            label={t("name")}
            maxLength={200}
            value={by}
            onChange={({ currentTarget }) => {
              setBy(currentTarget.value);
              setMarkedBy(currentTarget.value.trim());
            }}
          />
          <Button size="compact-sm" variant="light" disabled={!hasMarks} onClick={save}>
            {t("save")}
          </Button>
          <Bring />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Marks from a file: one that was saved here, or any table with verdicts and a column that tells the rows. */
function Bring() {
  const { t, i18n } = useWords("judge");
  const ask = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? "");
  const { mergeMarks } = useActions();
  const [told, setTold] = useState<string | null>(null);
  const [lines, setLines] = useState<MarkLines | null>(null);
  const [conflicts, setConflicts] = useState<MergedMarks["conflicts"]>([]);
  const count = (of: number) => formatCount(of, i18n.language);

  function take(theirs: readonly Mark[], lost: number): void {
    const { added, agreed, conflicts: found, kappa } = mergeMarks(theirs);
    setLines(null);
    setConflicts(found);
    setTold(
      joinSentences(
        [
          t("brought.merged", { added: count(added), agreed: count(agreed), differ: count(found.length) }),
          ...(kappa === null ? [] : [t("brought.kappa", { kappa: formatNumber(kappa, i18n.language, 2) })]),
          ...(lost === 0 ? [] : [t("brought.lost", { count: lost, formatted: count(lost) })]),
        ],
        i18n.language,
      ),
    );
  }

  async function bring(file: File | null): Promise<void> {
    if (!file) return;
    setLines(null);
    setConflicts([]);
    setTold(null);
    const read = markLinesIn(await file.text());
    const own = ownMarksIn(read);
    if (own.length > 0) {
      const rows = await ask("rowsOfKeys", { dataset, keys: own.map(({ row }) => row) });
      const found = rows.filter((row) => row >= 0).length;
      // A file that was saved beside another table: the same keys would only lie about here.
      if (found === 0)
        setTold(t("brought.other-table", { count: own.length, formatted: count(own.length), name: file.name }));
      else take(own, own.length - found);
      return;
    }
    if (read.names.length > 1 && read.lines.length > 0) setLines(read);
    else setTold(t("brought.none", { name: file.name }));
  }

  return (
    <>
      <Group gap="xs">
        <FileButton onChange={(file) => void bring(file)} accept=".csv,.tsv,.txt,text/csv">
          {(props) => (
            <Button size="compact-sm" variant="default" {...props}>
              {t("bring")}
            </Button>
          )}
        </FileButton>
      </Group>
      {lines && <BroughtLines file={lines} onTake={(marks) => take(marks, 0)} />}
      {told !== null && (
        <Text size="xs" role="status">
          {told}
        </Text>
      )}
      <Conflicts conflicts={conflicts} />
    </>
  );
}
