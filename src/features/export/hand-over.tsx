import { Button, Loader, Text, Title } from "@mantine/core";
import { IconBrandPython } from "@tabler/icons-react";
import { useState } from "react";
import { failureInfoOf } from "../../core/data/failure-info";
import type { Note } from "../../core/data/note";
import type { HandedOver, RunResult } from "../../engine/protocol";
import { namedInstance } from "../../state/catalogue";
import { runMembersOf } from "../../state/run-members";
import type { Threshold } from "../../state/threshold";
import { useSession, useStart } from "../../state/use-session";
import { formatCount, formatMoment, formatNumber } from "../../ui/format";
import { saveFile } from "../../ui/save-file";
import { useInstanceName } from "../../ui/use-instance-name";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./export-screen.module.css";
import { useReadme } from "./use-readme";

/** Rows that go along to check the scripts by. */
const CHECKED_ROWS = 20;

interface Props {
  readonly detector: string;
  readonly result: RunResult;
  readonly threshold: Threshold;
  readonly file: string;
}

type Stage =
  | { readonly is: "idle" | "working" }
  | { readonly is: "done"; readonly name: string; readonly notes: readonly Note[] }
  | { readonly is: "declined"; readonly why: Note }
  | { readonly is: "failed"; readonly why: Note };

/** What the detector learned as files that score elsewhere: made once it is asked for. */
export function HandOver({ detector, result, threshold, file }: Props) {
  const { t, i18n } = useWords("handing");
  const say = useNote();
  const nameOf = useInstanceName();
  const readme = useReadme();
  const start = useStart();
  const choices = useSession((state) => state.history.present);
  const runs = useSession((state) => state.runs);
  const [stage, setStage] = useState<Stage>({ is: "idle" });
  const count = (value: number) => formatCount(value, i18n.language);

  function hand(): void {
    const members = runMembersOf(choices, runs, detector);
    const madeAt = Date.now();
    const label = nameOf(namedInstance(detector));
    const told = {
      detector: label,
      detectors: members.map(({ detector: id }) => id),
      file,
      rows: count(result.sorted.length),
      threshold: formatNumber(threshold.value, i18n.language),
      day: formatMoment(madeAt, i18n.language, { dateStyle: "medium" }),
    };
    const request = {
      run: result.key,
      name: `${label}, ${file}`,
      madeAt,
      members: members.map(({ id, run, weight }) => ({ id, run, weight })),
      threshold: { value: threshold.value, rule: threshold.rule.kind },
      readme: readme(told),
    };
    setStage({ is: "working" });
    start("handOver", request, () => undefined).result.then(
      (handed) => setStage(settled(handed, `${file.replace(/\.[^.]+$/, "")}-${detector}.zip`)),
      (error: unknown) => {
        const failure = failureInfoOf(error);
        setStage({ is: "failed", why: { ...failure, code: `failures.${failure.code}.title` } });
      },
    );
  }

  return (
    <section className={classes.images} aria-label={t("title")}>
      <Title order={3} size="h5">
        {t("title")}
      </Title>
      <Text size="xs" c="dimmed">
        {t("help", { rows: count(CHECKED_ROWS) })}
      </Text>
      <Button
        fullWidth
        variant="default"
        leftSection={stage.is === "working" ? <Loader size={16} /> : <IconBrandPython size={18} aria-hidden />}
        disabled={stage.is === "working"}
        onClick={hand}
      >
        {t("button")}
      </Button>
      <div aria-live="polite">
        {stage.is === "done" && <Text size="sm">{t("done", { name: stage.name })}</Text>}
        {stage.is === "done" &&
          stage.notes.map((note) => (
            <Text key={say(note)} size="sm">
              {say(note)}
            </Text>
          ))}
        {stage.is === "declined" && <Text size="sm">{t("not-here", { why: say(stage.why) })}</Text>}
        {stage.is === "failed" && (
          <Text size="sm" className={classes.failure ?? ""}>
            {say(stage.why)}
          </Text>
        )}
      </div>
    </section>
  );
}

function settled(handed: HandedOver, name: string): Stage {
  if ("whyNot" in handed) return { is: "declined", why: handed.whyNot };
  saveFile(handed.file, name);
  return { is: "done", name, notes: handed.notes };
}
