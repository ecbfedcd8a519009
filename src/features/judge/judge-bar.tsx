import { Button, Group, Kbd, Stack, TagsInput, Text, Textarea, Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconQuestionMark } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { sourceRowOf } from "../../core/data/dataset";
import type { Mark } from "../../core/project/mark";
import { useActions, useSession } from "../../state/use-session";
import { RuledLine } from "./ruled-line";
import { formatCount, formatTime } from "../../ui/format";
import { useWords } from "../../ui/use-words";

const verdicts = [
  { verdict: "anomaly", Icon: IconAlertTriangle, color: "red" },
  { verdict: "not-anomaly", Icon: IconCheck, color: "teal" },
  { verdict: "unsure", Icon: IconQuestionMark, color: "gray" },
] as const;

/** What a person says of the selected row, or of all that are boxed: a verdict, a note, tags. */
export function JudgeBar() {
  const row = useSession((state) => state.viewState.selectedRow);
  if (row === null) return null;
  return <OfRow key={row} row={row} />;
}

function OfRow({ row }: { readonly row: number }) {
  const { t } = useWords("judge");
  const mark = useSession((state) => state.marked.byRow.get(row));
  const { judge, mark: say, noteOn } = useActions();
  const isNoting = useSession((state) => state.viewState.noting?.row === row);
  const justMarked = useSession((state) => state.viewState.justMarked);
  const hasWords = mark !== undefined && (mark.note !== "" || mark.tags.length > 0);
  return (
    <Stack gap={6} px="md" pt="sm" role="group" aria-label={t("title")}>
      <Group gap={6} wrap="wrap">
        {verdicts.map(({ verdict, Icon, color }) => {
          const isSaid = mark?.verdict === verdict;
          return (
            <Button
              key={verdict}
              size="compact-sm"
              color={color}
              variant={isSaid ? "filled" : "default"}
              aria-pressed={isSaid}
              leftSection={<Icon size={14} aria-hidden />}
              rightSection={<Kbd size="xs">{t(`keys.${verdict}`)}</Kbd>}
              onClick={() => (isSaid ? void say([row], { verdict: null }) : judge(verdict))}
            >
              {t(verdict)}
            </Button>
          );
        })}
        {!isNoting && !hasWords && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            rightSection={justMarked === null && <Kbd size="xs">{t("keys.note")}</Kbd>}
            onClick={() => noteOn(row)}
          >
            {t("note")}
          </Button>
        )}
        <Boxed />
      </Group>
      {(isNoting || hasWords) && <Note row={row} mark={mark} isAsked={isNoting} />}
      <RuledLine row={row} />
      {mark && <Told mark={mark} />}
      {justMarked !== null && <JustMarked row={justMarked} />}
    </Stack>
  );
}

/** The key for a note still means the row that was marked, though the next one is on screen: that is said, and a click away. */
function JustMarked({ row }: { readonly row: number }) {
  const { t, i18n } = useWords("judge");
  const { noteOn } = useActions();
  const mark = useSession((state) => state.marked.byRow.get(row));
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  if (!mark) return null;
  return (
    <Group gap={6}>
      <Text size="xs" c="dimmed">
        {t("just-marked", {
          row: formatCount(sourceRowOf({ sourceRows }, row), i18n.language),
          verdict: t(mark.verdict),
        })}
      </Text>
      <Button
        size="compact-xs"
        variant="subtle"
        rightSection={<Kbd size="xs">{t("keys.note")}</Kbd>}
        onClick={() => noteOn()}
      >
        {t("note-on-it")}
      </Button>
    </Group>
  );
}

/** Several rows at once: those of the box. */
function Boxed() {
  const { t, i18n } = useWords("judge");
  const boxed = useSession((state) => state.viewState.boxed);
  const { mark } = useActions();
  if (!boxed || boxed.length === 0) return null;
  const words = t("boxed", { count: boxed.length, formatted: formatCount(boxed.length, i18n.language) });
  return (
    <Tooltip label={words}>
      <Button
        size="compact-sm"
        variant="light"
        color="red"
        onClick={() => void mark([...boxed], { verdict: "anomaly" })}
      >
        {words}
      </Button>
    </Tooltip>
  );
}

interface NoteProps {
  readonly row: number;
  readonly mark: Mark | undefined;
  /** Whether a person wants to write now. */
  readonly isAsked: boolean;
}

function Note({ row, mark, isAsked }: NoteProps) {
  const { t } = useWords("judge");
  const { mark: say, settle, endNote } = useActions();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  return (
    <>
      <Textarea
        ref={field}
        size="xs"
        aria-label={t("note")}
        placeholder={t("note-placeholder")}
        rows={2}
        maxLength={10_000}
        value={mark?.note ?? ""}
        onChange={({ currentTarget }) => void say([row], { note: currentTarget.value }, `note:${row}`)}
        onBlur={() => settle()}
        onKeyDown={({ key, ctrlKey, metaKey, currentTarget }) => {
          if (key !== "Escape" && !(key === "Enter" && (ctrlKey || metaKey))) return;
          currentTarget.blur();
          endNote();
        }}
      />
      <TagsInput
        size="xs"
        aria-label={t("tags")}
        placeholder={mark?.tags.length ? "" : t("tags-placeholder")}
        maxTags={50}
        value={[...(mark?.tags ?? [])]}
        onChange={(tags) => void say([row], { tags })}
      />
    </>
  );
}

function Told({ mark: { verdict, by, at } }: { readonly mark: Mark }) {
  const { t, i18n } = useWords("judge");
  const told = { verdict: t(verdict), when: formatTime(at, i18n.language), by };
  return (
    <Text size="xs" c="dimmed">
      {t(by ? "said-by" : "said", told)}
    </Text>
  );
}
