import { Button, Loader, Text, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./drop-anywhere.module.css";
import { useTransfer } from "./use-transfer";

/** Catches a drop anywhere on the page, also over an open table, and tells of the way through a folder. */
export function DropAnywhere() {
  const { t, i18n } = useWords("load", "common");
  const open = useSession((state) => state.dataset?.name ?? null);
  const { take, found, cancel } = useTransfer();
  const isDragging = useWindowDrop(take);
  if (isDragging)
    return (
      <div className={classes.overlay} role="status">
        <div className={classes.frame}>
          <Title order={2}>{t("drop.let-go")}</Title>
          <Text c="dimmed">{open === null ? t("drop.stays-here") : t("drop.replaces", { name: open })}</Text>
        </div>
      </div>
    );
  if (found === null) return null;
  return (
    <div className={classes.walk}>
      <Loader size="xs" aria-hidden />
      <Text size="sm" role="status">
        {t("drop.walking")}{" "}
        <span aria-hidden>{t("drop.found", { count: found, formatted: formatCount(found, i18n.language) })}</span>
      </Text>
      <Button variant="default" size="compact-sm" onClick={cancel}>
        {t("common:cancel")}
      </Button>
    </div>
  );
}

/** True while something from outside hovers over the page. */
function useWindowDrop(take: (transfer: DataTransfer) => void): boolean {
  const [isDragging, setIsDragging] = useState(false);

  useEffect(() => {
    // Enter and leave fire for every element on the way; only their difference tells that the page was left.
    let depth = 0;
    let isOwn = false;
    const isForeign = (event: DragEvent) => !isOwn && bringsSomething(event.dataTransfer);
    const listeners: { [name: string]: (event: DragEvent) => void } = {
      dragstart: () => (isOwn = true),
      dragend: () => (isOwn = false),
      dragenter(event) {
        if (!isForeign(event)) return;
        event.preventDefault();
        depth += 1;
        setIsDragging(true);
      },
      dragover(event) {
        if (!isForeign(event) || !event.dataTransfer) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
      },
      dragleave(event) {
        if (!isForeign(event)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) setIsDragging(false);
      },
      drop(event) {
        depth = 0;
        setIsDragging(false);
        if (!isForeign(event) || !event.dataTransfer) return;
        event.preventDefault();
        take(event.dataTransfer);
      },
    };
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener as EventListener); // Each name above fires DragEvents.
    return () => {
      for (const [name, listener] of Object.entries(listeners)) removeEventListener(name, listener as EventListener); // As added.
    };
  }, [take]);
  return isDragging;
}

function bringsSomething(transfer: DataTransfer | null): boolean {
  return transfer !== null && (transfer.types.includes("Files") || transfer.types.includes("text/plain"));
}
