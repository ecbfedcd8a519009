import { useEffect } from "react";
import { openPalette } from "./palette";
import { useCommands, type Command } from "./use-commands";

/** Key (as in KeyboardEvent.key) to command; letters and signs only work outside of text fields. */
const COMMAND_BY_KEY: Readonly<Record<string, Command["id"]>> = {
  j: "next-flagged",
  k: "previous-flagged",
  "[": "fewer",
  "]": "more",
  "{": "many-fewer",
  "}": "many-more",
  s: "suggested-threshold",
  f: "flagged-only",
  e: "go-export",
  a: "mark-anomaly",
  n: "mark-not-anomaly",
  u: "mark-unsure",
  t: "mark-note",
  "1": "go-data",
  "2": "go-prepare",
  "3": "go-explore",
  "4": "go-compare",
  "5": "go-export",
  "?": "shortcuts",
};

/** Listens for the keys of the commands. */
export function useShortcuts(): void {
  const commands = useCommands(openPalette);
  useEffect(() => {
    const byId = new Map(commands.map((command) => [command.id, command]));
    function onKey(event: KeyboardEvent): void {
      const id = commandFor(event);
      const command = id === undefined ? undefined : byId.get(id);
      if (!command) return;
      event.preventDefault();
      command.run();
    }
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [commands]);
}

function commandFor(event: KeyboardEvent): Command["id"] | undefined {
  if (event.defaultPrevented || isTyping(event.target)) return undefined;
  // Many keyboards write brackets with AltGr, which Windows tells as Ctrl + Alt, or with Option.
  if ("[]{}".includes(event.key) && (event.altKey || event.getModifierState("AltGraph")))
    return COMMAND_BY_KEY[event.key];
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    if (key === "k") return "shortcuts";
    if (key === "z") return event.shiftKey ? "redo" : "undo";
    return key === "y" ? "redo" : undefined;
  }
  return COMMAND_BY_KEY[event.shiftKey && event.key.length === 1 ? event.key : event.key.toLowerCase()];
}

/** Inputs that no letter can be typed into: after a click on one of them the keys still work. */
const INPUTS_WITHOUT_LETTERS = ["button", "checkbox", "file", "radio", "range", "reset", "submit"];

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !INPUTS_WITHOUT_LETTERS.includes(target.type);
  return target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}
