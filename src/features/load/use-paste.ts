import { useEffect } from "react";
import { incomingOf } from "./incoming";
import { useIntake } from "./use-intake";

/** Ctrl + V anywhere outside of a field opens the table, or the file, on the clipboard. */
export function usePaste(): void {
  const take = useIntake();
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      if (!event.clipboardData || isField(event.target)) return;
      event.preventDefault();
      take(incomingOf(event.clipboardData));
    }
    addEventListener("paste", onPaste);
    return () => removeEventListener("paste", onPaste);
  }, [take]);
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== "file";
}
