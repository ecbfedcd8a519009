import type { Note } from "../core/data/note";
import type { DatasetCard } from "../engine/protocol";
import type { Brought } from "./brought";
import { fetchCatalogue } from "./catalogue";
import type { Choices } from "./choices";
import { choicesFor, projectIn } from "./projects";
import { settingsOf } from "./recipe-link";
import type { SessionContext } from "./session-context";
import type { SettingsOffer } from "./session-state";

/** What is known of settings that came in a session. */
export interface SessionSettings {
  readonly name: string;
  readonly content: string;
  readonly project: unknown;
}

/** Settings from a link, or from a session without data: shown first, then laid over the open table or the next file. */
export function settingsOffers(context: SessionContext, chooseForRuns: (change: Partial<Choices>) => void) {
  const { store } = context;
  const set = (offer: SettingsOffer | null) => store.setState({ offer });

  return {
    /** Offers the settings of a link; says why where there are none. */
    async offerLink(link: string): Promise<void> {
      try {
        await fetchCatalogue();
      } catch {
        return context.announce("bad", { code: "failures.part-missing.title" });
      }
      const found = await settingsOf(link);
      if ("why" in found) context.announce("bad", { code: `offer.${found.why}` });
      else set({ from: "link", name: null, content: "", ...found, isTaken: false });
    },
    offerSession({ name, content, project }: SessionSettings): void {
      const found = projectIn(project);
      if (found) set({ from: "session", name, content, ...found, isTaken: false });
    },
    /** Takes what is offered: for the table on screen as one undoable step, or else for the next file that is opened. */
    takeOffer(): void {
      const { offer, dataset } = store.getState();
      if (!offer) return;
      if (!dataset) return set({ ...offer, isTaken: true });
      set(null);
      const { choices, notes } = overOpen(offer, dataset, context.choices());
      chooseForRuns(choices);
      for (const note of [...offer.dropped, ...notes, ...told(offer, dataset)]) context.announce("info", note);
    },
    declineOffer: (): void => set(null),
    /** What is brought for the next file, where something waits for it. */
    waiting(): Brought | null {
      const { offer } = store.getState();
      return offer?.isTaken ? { project: offer.project, dropped: offer.dropped } : null;
    },
    /** A new file is on screen: what waited for it is used up. */
    opened(): void {
      const { offer, dataset } = store.getState();
      if (!offer?.isTaken || !dataset) return;
      for (const note of told(offer, dataset)) context.announce("info", note);
      set(null);
    },
  };
}

/** What was read stays as it was read; marks of rows are put beside those that are there. */
function overOpen({ project }: SettingsOffer, dataset: DatasetCard, before: Choices) {
  const { plan, fixed, marks } = before;
  const laid = choicesFor(project, { dataset, plan, isReread: false, kindsOnly: false, isUsual: false });
  const isMarked = new Set(marks.map(({ row }) => row));
  const all = [...marks, ...laid.choices.marks.filter(({ row }) => !isMarked.has(row))];
  return { notes: laid.notes, choices: { ...laid.choices, fixed, marks: all } };
}

/** Whether these are the data that the settings were made for. */
function told({ name, content }: SettingsOffer, { id }: DatasetCard): Note[] {
  if (name === null || content === "") return [];
  return id.startsWith(`${content}-`) ? [] : [{ code: "offer.other-file", values: { name } }];
}
