import { Button, Text } from "@mantine/core";
import type { Reading } from "../../state/session-state";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { formatBytes } from "../../ui/byte-size";
import { useWords } from "../../ui/use-words";
import classes from "./reading-progress.module.css";
import { secondsLeft } from "../../ui/time-left";
import { useElapsed } from "../../ui/use-elapsed";

type UnderWay = Extract<Reading, { stage: "looking" | "reading" }>;

/** Over a table that stays on screen, words come only when reading takes a while: small files flash nothing. */
const SILENT_MS = 400;

/** A thin line of progress with rows, bytes, the time left, and a way to stop. */
export function ReadingProgress({ reading }: { readonly reading: UnderWay }) {
  const { t } = useWords("load", "common");
  const { cancelReading } = useActions();
  const isOver = useSession((state) => state.dataset !== null);
  const elapsed = useElapsed(reading.stage === "reading" ? reading.startedAt : null);
  const progress = reading.stage === "reading" ? reading.progress : null;
  const done = progress?.done ?? null;
  const percent = done === null ? null : Math.round(Math.min(1, Math.max(0, done)) * 100);
  const hasWords = !isOver || elapsed > SILENT_MS;

  return (
    <div className={classes.anchor} data-over={isOver || undefined}>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={t("progress.label", { name: reading.source.name })}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { "aria-valuenow": percent })}
      >
        <div
          className={classes.done}
          data-unknown={percent === null || undefined}
          style={percent === null ? undefined : { transform: `scaleX(${percent / 100})` }}
        />
      </div>
      {hasWords && (
        <div className={classes.words}>
          <Text size="sm" className={classes.sentence}>
            <ProgressWords reading={reading} elapsed={elapsed} />
          </Text>
          <Button variant="default" size="compact-sm" onClick={cancelReading}>
            {t("common:cancel")}
          </Button>
        </div>
      )}
    </div>
  );
}

function ProgressWords({ reading, elapsed }: { readonly reading: UnderWay; readonly elapsed: number }) {
  const { t, i18n } = useWords("load");
  const locale = i18n.language;
  if (reading.stage === "looking") return t("progress.looking", { name: reading.source.name });
  const { progress, source, inspection } = reading;
  const what = inspection.format === "images" ? "images" : "rows";
  if (progress?.phase === "profile") return t(`progress.profile-${what}`);

  const { rows, bytes, totalBytes } = progress ?? {};
  const seconds = secondsLeft(elapsed, progress?.done ?? null);
  const parts = [
    t("progress.reading", { name: source.name }),
    rows !== undefined && t(`progress.${what}`, { count: rows, formatted: formatCount(rows, locale) }),
    bytes !== undefined &&
      totalBytes !== undefined &&
      t("progress.bytes", { done: formatBytes(bytes, locale), all: formatBytes(totalBytes, locale) }),
    seconds !== null &&
      (seconds < 90
        ? t("progress.seconds-left", { count: seconds })
        : t("progress.minutes-left", { count: Math.round(seconds / 60) })),
  ];
  return parts.filter((part) => part !== false).join(" · ");
}
