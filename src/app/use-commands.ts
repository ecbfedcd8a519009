import { useMemo } from "react";
import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { askForFiles } from "../features/load/ask-for-files";
import { useIntake } from "../features/load/use-intake";
import { fetchCatalogue } from "../state/catalogue";
import { flaggedRowsOf, shownThresholdOf, shownResultOf, thresholdFurther } from "../state/threshold";
import { screens } from "../state/view-state";
import { useActions, useSessionStore } from "../state/use-session";
import type { MessageBelow } from "../ui/use-words";

/** The detector that toys begin with. */
const FIRST_TOY = "isolation-forest";

export interface Command {
  readonly id: MessageBelow<"app", "command">;
  /** As shown; the listener is in use-shortcuts.ts. */
  readonly keys?: string;
  readonly enabled: boolean;
  run(): void;
}

/** Everything that can be done from the keyboard, in the order of the list. */
export function useCommands(openPalette: () => void): readonly Command[] {
  const actions = useActions();
  const store = useSessionStore();
  const { setColorScheme } = useMantineColorScheme();
  const take = useIntake();
  const scheme = useComputedColorScheme("light");
  return useMemo(() => {
    const isOpen = () => store.getState().dataset !== null;

    function step(by: 1 | -1): void {
      const state = store.getState();
      const result = shownResultOf(state);
      const threshold = shownThresholdOf(state);
      if (!result || !threshold) return;
      const flagged = state.viewState.stops ?? flaggedRowsOf(result, threshold);
      const at = state.viewState.selectedRow === null ? -1 : flagged.indexOf(state.viewState.selectedRow);
      const next = at < 0 ? (by > 0 ? 0 : flagged.length - 1) : Math.min(flagged.length - 1, Math.max(0, at + by));
      const row = flagged[next];
      if (row !== undefined) actions.select(row);
    }

    /** Moves the threshold by whole rows along the ranking; ties stay together. */
    function moveThreshold(rows: number): void {
      const state = store.getState();
      const result = shownResultOf(state);
      const threshold = shownThresholdOf(state);
      if (!result || !threshold || result.sorted.length === 0) return;
      const value = thresholdFurther(result, threshold, rows);
      if (value === null) return actions.announce("info", { code: "finding.no-more" });
      if (value === threshold.value) return;
      actions.setThreshold(state.history.present.shown, { kind: "fixed", value });
    }

    /** Fetched when it is wanted: few take their work along. */
    const carry = () => import("../features/keep/carry");

    async function save(): Promise<void> {
      const { saveSession } = await carry();
      const writing = saveSession(actions, store.getState().dataset?.name ?? "", true, () => undefined);
      if (writing) actions.announce("info", await writing.told);
    }

    async function share(): Promise<void> {
      actions.announce("info", await (await carry()).copySettings(actions));
    }

    const large = () => Math.max(1, Math.round((shownResultOf(store.getState())?.sorted.length ?? 0) / 100));
    const commands: Command[] = [
      { id: "next-flagged", keys: "J", enabled: true, run: () => step(1) },
      { id: "previous-flagged", keys: "K", enabled: true, run: () => step(-1) },
      { id: "fewer", keys: "[", enabled: true, run: () => moveThreshold(-1) },
      { id: "more", keys: "]", enabled: true, run: () => moveThreshold(1) },
      { id: "many-fewer", keys: "Shift [", enabled: true, run: () => moveThreshold(-large()) },
      { id: "many-more", keys: "Shift ]", enabled: true, run: () => moveThreshold(large()) },
      {
        id: "suggested-threshold",
        keys: "S",
        enabled: true,
        run: () => actions.setThreshold(store.getState().history.present.shown, { kind: "suggested" }),
      },
      {
        id: "flagged-only",
        keys: "F",
        enabled: true,
        run: () =>
          actions.notice({ tableRows: store.getState().viewState.tableRows === "flagged" ? "all" : "flagged" }),
      },
      { id: "mark-anomaly", keys: "A", enabled: true, run: () => actions.judge("anomaly") },
      { id: "mark-not-anomaly", keys: "N", enabled: true, run: () => actions.judge("not-anomaly") },
      { id: "mark-unsure", keys: "U", enabled: true, run: () => actions.judge("unsure") },
      { id: "mark-note", keys: "T", enabled: true, run: () => actions.noteOn() },
      ...screens.map((screen, index): Command => ({
        id: `go-${screen}`,
        keys: screen === "export" ? "E" : String(index + 1),
        enabled: true,
        run: () => actions.goTo(screen),
      })),
      { id: "undo", keys: "Ctrl Z", enabled: true, run: actions.undo },
      { id: "redo", keys: "Ctrl Shift Z", enabled: true, run: actions.redo },
      { id: "save-session", enabled: true, run: () => void save() },
      { id: "share-settings", enabled: true, run: () => void share() },
      { id: "close-file", enabled: true, run: actions.leave },
    ];
    const always: Command[] = [
      { id: "open-file", enabled: true, run: () => askForFiles(take) },
      {
        id: "scheme",
        enabled: true,
        run: () => setColorScheme(scheme === "dark" ? "light" : "dark"),
      },
      { id: "toys", enabled: true, run: () => void fetchCatalogue().then(() => actions.notice({ toy: FIRST_TOY })) },
      { id: "shortcuts", keys: "?", enabled: true, run: openPalette },
    ];
    return [...commands.map((command) => ({ ...command, run: () => isOpen() && command.run() })), ...always];
  }, [actions, store, take, setColorScheme, scheme, openPalette]);
}
