import { Button, Progress, Text } from "@mantine/core";
import type { ExportedRows } from "../../engine/protocol";
import { saveFile } from "../../ui/save-file";
import { formatBytes } from "../../ui/byte-size";
import { formatCount } from "../../ui/format";
import { secondsLeft } from "../../ui/time-left";
import { useElapsed } from "../../ui/use-elapsed";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./export-screen.module.css";
import type { Exporter, Writing } from "./use-export";

type Made = "table" | "archive" | "report";

interface Props {
  readonly exporter: Exporter;
  /** What the file is made of. */
  readonly what?: Made;
  /** Offered where the file that the cells stand in is gone or changed. */
  onAsRead?(): void;
}

/** How the file under way stands, or what became of the last one. */
export function WritingLine({ exporter, what = "table", onAsRead }: Props) {
  return (
    <div className={classes.writing} aria-live="polite">
      <Words exporter={exporter} what={what} onAsRead={onAsRead} />
    </div>
  );
}

interface WordsProps extends Required<Omit<Props, "onAsRead">> {
  readonly onAsRead: Props["onAsRead"];
}

function guardedCount(count: number, locale: string) {
  return { count, formatted: formatCount(count, locale) };
}

function Words({ exporter: { writing, cancel }, what, onAsRead }: WordsProps) {
  const { t, i18n } = useWords("export");
  const say = useNote();
  switch (writing.stage) {
    case "idle":
      return null;
    case "writing":
      return <UnderWay writing={writing} what={what} onCancel={cancel} />;
    case "done":
      return (
        <Text size="sm">
          {t("done", { name: writing.name, size: formatBytes(writing.bytes, i18n.language) })}{" "}
          {writing.guarded > 0 && t("done-guarded", guardedCount(writing.guarded, i18n.language))}
          {writing.changes && <Changes of={writing.changes} name={writing.name} />}
        </Text>
      );
    case "cancelled":
      return <Text size="sm">{t("cancelled")}</Text>;
    case "failed": {
      const { failure } = writing;
      return (
        <Text size="sm" className={classes.failure ?? ""}>
          {say({ ...failure, code: `failures.${failure.code}.title` })}{" "}
          {say({ ...failure, code: `failures.${failure.code}.todo` })}
          {onAsRead && (failure.code === "file-vanished" || failure.code === "file-changed") && (
            <Button size="compact-sm" variant="default" mt={6} onClick={onAsRead}>
              {t("as-read.button")}
            </Button>
          )}
        </Text>
      );
    }
    default:
      return writing satisfies never;
  }
}

interface UnderWayProps {
  readonly writing: Extract<Writing, { stage: "writing" }>;
  readonly what: Made;
  onCancel(): void;
}

function UnderWay({ writing, what, onCancel }: UnderWayProps) {
  const { t, i18n } = useWords("export", "common");
  const elapsed = useElapsed(writing.phaseStartedAt);
  const done = writing.progress?.done ?? null;
  const rows = writing.progress?.rows;
  const seconds = secondsLeft(elapsed, done);
  const [unit, left] =
    (seconds ?? 0) < 90
      ? (["seconds", seconds ?? 0] as const)
      : (["minutes", Math.round((seconds ?? 0) / 60)] as const);
  const phase = writing.progress?.phase;
  const isPacking = what === "archive" || phase === "write";
  const doing =
    what === "report" && phase === "read"
      ? "writing.hash"
      : isPacking
        ? (`writing.${what}` as const)
        : "writing.reasons";
  // Numbers that change all the time are for the eye; the ear gets the phase.
  const figures = [
    rows !== undefined &&
      t(what === "table" ? "common:rows" : "writing.packed", {
        count: rows,
        formatted: formatCount(rows, i18n.language),
      }),
    seconds !== null && t(`writing.${unit}-left`, { count: left, formatted: formatCount(left, i18n.language) }),
  ].filter((part) => part !== false);
  return (
    <>
      <Progress value={100 * (done ?? 0)} size="sm" aria-label={t("writing.label")} />
      <div className={classes.writingWords}>
        <Text size="sm">
          {t(doing)} <span aria-hidden>{figures.join(" · ")}</span>
        </Text>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t("common:cancel")}
        </Button>
      </div>
    </>
  );
}

/** How many cells a cleaned table has that its file does not, and the list of them. */
function Changes({
  of: { file, count },
  name,
}: {
  readonly of: NonNullable<ExportedRows["changes"]>;
  readonly name: string;
}) {
  const { t, i18n } = useWords("export");
  const list = `${name.replace(/\.[^.]+$/, "")}-changes.csv`;
  return (
    <>
      {t("changes.count", { count, formatted: formatCount(count, i18n.language) })}{" "}
      {count > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => saveFile(file, list)}>
          {t("changes.save")}
        </Button>
      )}
    </>
  );
}
