import { Button } from "@mantine/core";
import { useRef, type KeyboardEvent } from "react";
import type { Finding, Findings } from "../../engine/protocol";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./findings-panel.module.css";
import { usePlaceWords } from "../../ui/use-place-words";

interface Props {
  readonly id: string;
  readonly found: Findings;
}

/** One line each: where it is, and why it stands out. Choosing one selects its row and opens its reasons. */
export function FindingList({ id, found: { things } }: Props) {
  const { t } = useWords("findings");
  const list = useRef<HTMLUListElement>(null);
  const { show, select } = useActions();

  function onKeyDown(event: KeyboardEvent): void {
    const lines = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = lines.findIndex((line) => line === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    lines[Math.max(0, Math.min(lines.length - 1, next))]?.focus();
  }

  return (
    <ul ref={list} className={classes.list} aria-label={t("list")} onKeyDown={onKeyDown}>
      {things.map((finding) => (
        <li key={finding.row}>
          <Line
            finding={finding}
            onChoose={() => {
              show(id);
              select(finding.row);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

/** How many more there are than are told one by one: the table has them. */
export function MoreFindings({ id, found: { things, total } }: Props) {
  const { t, i18n } = useWords("findings");
  const { show, notice } = useActions();
  const rest = total - things.length;
  if (rest <= 0) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={() => {
        show(id);
        notice({ tableRows: "flagged" });
        document.querySelector("[role=grid]")?.scrollIntoView({ block: "nearest" });
      }}
    >
      {t("more", { count: rest, formatted: formatCount(rest, i18n.language) })}
    </Button>
  );
}

function Line({ finding, onChoose }: { readonly finding: Finding; readonly onChoose: () => void }) {
  const { t } = useWords("findings");
  const say = useNote();
  const placeOf = usePlaceWords();
  const isChosen = useSession((state) => state.viewState.selectedRow === finding.row);
  return (
    <button type="button" className={classes.line} aria-pressed={isChosen} onClick={onChoose}>
      <span className={classes.place}>{placeOf(finding)}</span>
      <span className={classes.why}>{finding.note ? say(finding.note) : t("no-reason")}</span>
    </button>
  );
}
