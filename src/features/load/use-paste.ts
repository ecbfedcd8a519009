import { useEffect } from "react";
import { useTransfer } from "./use-transfer";

/** Ctrl + V anywhere outside of a field opens the table, the image or the files on the clipboard. */
export function usePaste(): void {
  const { take } = useTransfer();
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      if (!event.clipboardData || isField(event.target)) return;
      event.preventDefault();
      take(event.clipboardData);
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
