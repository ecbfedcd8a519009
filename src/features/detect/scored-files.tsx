import { Button, Group, Modal, Text } from "@mantine/core";
import { unparse } from "papaparse";
import type { ScoredLine, Scoring } from "../../state/session-state";
import { useActions, useSession } from "../../state/use-session";
import { joinSentences } from "../../ui/format";
import { saveFile } from "../../ui/save-file";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./scored-files.module.css";
import { useScoredWords } from "./use-scored-words";

const HEADS = ["file", "period", "rows", "flagged", "strangest", "whole", "changed"] as const;

/** One table of results by file: several files that a kept detector scores, one after the other. */
export function ScoredFiles() {
  const scoring = useSession((state) => state.scoring);
  return scoring && <Dialog scoring={scoring} />;
}

function Dialog({ scoring }: { readonly scoring: Scoring }) {
  const { t, i18n } = useWords("models");
  const words = useScoredWords();
  const { stopScoring, closeScoring } = useActions();
  const { model, lines, isRunning } = scoring;
  // Most tables tell no time.
  const heads = HEADS.filter((name) => name !== "period" || lines.some(({ result }) => result?.period));
  const head = (name: (typeof HEADS)[number]) => t(`scored.${name}`, { context: model.noun });

  function save(): void {
    const rows = lines.map(({ name, result }) => {
      if (!result) return [name];
      const cells = {
        file: name,
        period: words.period(result),
        rows: result.rows,
        flagged: result.flagged,
        strangest: words.strangest(result),
        whole: words.whole(result),
        changed: joinSentences(words.changed(result), i18n.language),
      };
      return heads.map((one) => cells[one]);
    });
    // A name of a file may begin like a formula.
    const text = unparse([heads.map(head), ...rows], { escapeFormulae: true });
    saveFile(new Blob([text], { type: "text/csv" }), `${t("scored.file-name")}.csv`);
  }

  return (
    <Modal opened onClose={closeScoring} size="90rem" title={t("scored.title", { name: model.name })}>
      <Text size="sm" c="dimmed" mb="sm">
        {t("scored.help")}
      </Text>
      <div className={classes.scroller}>
        <table className={classes.table} aria-label={t("scored.table")}>
          <thead>
            <tr>
              {heads.map((name) => (
                <th key={name} scope="col">
                  {head(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <Line key={at} line={line} heads={heads} />
            ))}
          </tbody>
        </table>
      </div>
      <Group gap="xs" mt="md">
        {isRunning ? (
          <Button size="xs" variant="default" onClick={stopScoring}>
            {t("scored.stop")}
          </Button>
        ) : (
          <Button size="xs" onClick={save}>
            {t("scored.save")}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={closeScoring}>
          {t("scored.close")}
        </Button>
      </Group>
    </Modal>
  );
}

function Line({ line, heads }: { readonly line: ScoredLine; readonly heads: readonly string[] }) {
  const { t } = useWords("models", "common");
  const say = useNote();
  const words = useScoredWords();
  const { name, status, result, failure } = line;
  if (!result)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={heads.length - 1} role={status === "working" ? "status" : undefined}>
          {failure
            ? t("common:failure", {
                what: say({ ...failure, code: `failures.${failure.code}.title` }),
                todo: say({ ...failure, code: `failures.${failure.code}.todo` }),
              })
            : status === "waiting" || status === "working" || status === "stopped"
              ? t(`scored.status.${status}`)
              : null}
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{name}</th>
      {heads.includes("period") && <td>{words.period(result)}</td>}
      <td className={classes.number}>{words.count(result.rows)}</td>
      <td className={classes.number}>{words.flagged(result)}</td>
      <td>{words.strangest(result)}</td>
      <td>{words.whole(result)}</td>
      <td className={classes.changed}>
        <ul>
          {words.changed(result).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
