import { NativeSelect, Text } from "@mantine/core";
import { useId } from "react";
import type { Note } from "../../core/data/note";
import type { Backend } from "../../core/detect/context";
import type { IntegerSpec } from "../../core/detect/param-schema";
import { detectorCardOf } from "../../state/catalogue";
import { MAX_THREADS } from "../../state/threads";
import { useActions, useSession } from "../../state/use-session";
import { joinSentences } from "../../ui/format";
import { NumberEntry } from "../../ui/number-field";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";
import { isAboutBackend } from "./learning/note-kinds";

/** The words stand in the catalogue. */
const SEED_SPEC: IntegerSpec = { kind: "integer", label: "", help: "", default: 1, min: 0, max: 999_999_999 };
const BACKEND_CHOICES: readonly ("auto" | Backend)[] = ["auto", "webgl", "webgpu", "wasm", "cpu"];
const NO_NOTES: readonly Note[] = [];

/** What all runs share: the seed, how many run side by side, and where neural detectors compute. */
export function RunSettings() {
  const { t } = useWords("detect");
  const { setSeed, settle } = useActions();
  const seed = useSession((state) => state.history.present.seed);
  const neural = useSession((state) => state.history.present.picked.find(isNeural) ?? null);
  const helpId = useId();
  return (
    <div className={classes.shared}>
      <div className={classes.seed}>
        <Text size="sm">{t("seed.label")}</Text>
        <NumberEntry
          spec={SEED_SPEC}
          value={seed}
          name={t("seed.label")}
          describedBy={helpId}
          onChange={setSeed}
          onSettle={settle}
        />
      </div>
      <Text size="xs" c="dimmed" id={helpId}>
        {t("seed.help")}
      </Text>
      <ThreadsChoice />
      {neural !== null && <BackendChoice detector={neural} />}
    </div>
  );
}

function isNeural(id: string): boolean {
  return detectorCardOf(id)?.family === "neural";
}

function ThreadsChoice() {
  const { t } = useWords("detect");
  const { setThreads } = useActions();
  const { chosen, usual } = useSession((state) => state.threads);
  return (
    <NativeSelect
      size="xs"
      label={t("threads.label")}
      description={t("threads.help")}
      value={chosen ?? ""}
      data={[
        { value: "", label: t("threads.usual", { count: usual }) },
        ...Array.from({ length: MAX_THREADS }, (_, at) => String(at + 1)),
      ]}
      onChange={(event) => setThreads(Number(event.currentTarget.value) || null)}
    />
  );
}

function BackendChoice({ detector }: { readonly detector: string }) {
  const { t, i18n } = useWords("detect");
  const say = useNote();
  const { setBackend } = useActions();
  const backend = useSession((state) => state.history.present.backend);
  const notes = useSession((state) => state.runs[detector]?.notes ?? NO_NOTES);
  const used = [...new Set(notes.filter(({ code }) => isAboutBackend(code)).map(say))];
  return (
    <NativeSelect
      size="xs"
      label={t("backend.label")}
      description={used.length > 0 ? joinSentences(used, i18n.language) : t("backend.help")}
      value={backend}
      data={BACKEND_CHOICES.map((one) => ({ value: one, label: t(`backend.is.${one}`) }))}
      onChange={(event) => {
        const chosen = BACKEND_CHOICES.find((one) => one === event.currentTarget.value);
        if (chosen) setBackend(chosen);
      }}
    />
  );
}
