import { Button, Loader, Select, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { spokenVerdicts } from "../../core/marks/spoken-verdicts";
import type { Mark } from "../../core/project/mark";
import type { KeyMatch } from "../../engine/protocol";
import { useCall } from "../../state/use-call";
import { useAsk, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount, formatNames } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { besides, type MarkLines, verdictColumnsIn } from "./marks-file";

const MOST_LISTED = 5;

interface Props {
  readonly file: MarkLines;
  /** Takes the marks that the lines make, each with the key of its row. */
  onTake(marks: readonly Mark[]): void;
}

/** A table of somebody else's with verdicts: by which of its columns rows are told, which holds the verdicts, and what is not found. */
export function BroughtLines({ file, onTake }: Props) {
  const { t } = useWords("judge");
  const dataset = useSession((state) => state.dataset);
  const keys = useMemo(
    () => file.names.map((name) => ({ name, values: file.lines.map((line) => line[name] ?? "") })),
    [file],
  );
  const { answer, failure } = useCall("rowsByKey", dataset && { dataset: dataset.id, keys });
  const [keyName, setKey] = useState<string | null>(null);
  const [verdictName, setVerdict] = useState<string | null>(null);
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  if (!answer || !dataset) return <Loader size="xs" />;
  const columns = verdictColumnsIn(
    file,
    dataset.columns.map(({ name }) => name),
  );
  const match = answer.find(({ name }) => name === keyName) ?? answer[0];
  const verdicts = verdictName ?? columns.find((name) => name !== match?.name);
  if (!match || verdicts === undefined) return <Text size="xs">{t("brought.nothing-to-take")}</Text>;
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        label={t("brought.key")}
        allowDeselect={false}
        data={answer.map(({ name }) => name)}
        value={match.name}
        onChange={setKey}
      />
      <Select
        size="xs"
        label={t("brought.verdicts")}
        allowDeselect={false}
        data={columns.filter((name) => name !== match.name)}
        value={verdicts}
        onChange={setVerdict}
      />
      <Taken file={file} match={match} verdicts={verdicts} onTake={onTake} />
    </Stack>
  );
}

interface TakenProps extends Props {
  readonly match: KeyMatch;
  /** The column of the verdicts. */
  readonly verdicts: string;
}

function Taken({ file, match, verdicts, onTake }: TakenProps) {
  const { t, i18n } = useWords("judge");
  const ask = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? "");
  const spoken = useMemo(
    () =>
      spokenVerdicts(
        verdicts,
        file.lines.map((line) => line[verdicts] ?? ""),
      ),
    [file, verdicts],
  );
  if (!spoken) return <Text size="xs">{t("brought.no-verdicts")}</Text>;
  const said = file.lines.flatMap((line, at) => {
    const verdict = spoken.verdicts[at];
    return verdict ? [{ line, verdict, row: match.rows[at] ?? -1 }] : [];
  });
  const found = said.filter(({ row }) => row >= 0);
  const count = (of: number) => formatCount(of, i18n.language);
  const listed = (values: readonly string[]) => ({
    values: formatNames(values.slice(0, MOST_LISTED), i18n.language),
    more: count(values.length - MOST_LISTED),
  });
  const without = (row: number) => said.filter((one) => one.row === row).map(({ line }) => line[match.name] ?? "");
  const [gone, several] = [without(-1), without(-2)];
  const tell = (what: "not-found" | "several", values: readonly string[]) =>
    values.length > 0 && (
      <Text size="xs" c="orange">
        {t(values.length > MOST_LISTED ? `brought.${what}-more` : `brought.${what}`, listed(values))}
      </Text>
    );
  async function take(): Promise<void> {
    const rows = Uint32Array.from(found, ({ row }) => row);
    const keys = await ask("rowKeys", { dataset, rows });
    onTake(found.map(({ line, verdict }, at) => ({ row: keys[at] ?? "", verdict, ...besides(line) })));
  }
  return (
    <>
      <Text size="xs">{t("brought.found", { found: count(found.length), lines: count(said.length) })}</Text>
      {spoken.strange.length > 0 && (
        <Text size="xs">{t("brought.strange", { words: formatNames(spoken.strange, i18n.language) })}</Text>
      )}
      {spoken.ordinary.length > 0 && (
        <Text size="xs">{t("brought.ordinary", { words: formatNames(spoken.ordinary, i18n.language) })}</Text>
      )}
      {tell("not-found", gone)}
      {tell("several", several)}
      <Button size="compact-sm" disabled={found.length === 0} onClick={() => void take()}>
        {t("brought.take", { count: found.length, formatted: count(found.length) })}
      </Button>
    </>
  );
}
