import type { CallTools } from "./calls/host";
import type { StopMessage } from "./calls/messages";

/** What a thread has heard of work that is to stop: of each piece until it is over. */
export function createStopSignals() {
  const cancelled = new Set<number>();
  const ending = new Set<number>();
  return {
    hear({ kind, id }: StopMessage): void {
      (kind === "cancel" ? cancelled : ending).add(id);
    },
    /** What one piece of work asks of it. */
    of: (id: number): Pick<CallTools, "cancelled" | "endsEarly"> => ({
      cancelled: () => cancelled.has(id),
      endsEarly: () => ending.has(id),
    }),
    isOver(id: number): void {
      cancelled.delete(id);
      ending.delete(id);
    },
  };
}
