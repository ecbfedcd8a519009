import type { KindScreens } from "../../state/use-kind-screens";
import { late } from "../../ui/late";
import { quietly } from "./quietly";
import { rowsScreens } from "./rows";

/** Events of sequences: the sequences, and where in its own an event stands. */
export const eventsScreens: KindScreens = {
  ...rowsScreens,
  Charts: quietly(late(async () => (await import("../../features/events/events-panel")).EventsPanel)),
  foldsThreshold: true,
  explainsFirst: false,
  Reasons: quietly(late(async () => (await import("../../features/events/event-around")).EventAround)),
  KindSettings: quietly(
    late(async () => (await import("../../features/prepare/events/events-settings")).EventsSettings),
  ),
};
