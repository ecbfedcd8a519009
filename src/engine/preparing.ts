import type { CallTools } from "./calls/host";
import { createCheckpoint, type Checkpoint } from "./yield-to-events";

/** Of work that is a part of another: how far it is would be told as how far the whole is. */
export function quiet(tools: CallTools): CallTools {
  return { ...tools, progress: () => undefined };
}

/** The checkpoint of what is prepared for a call. */
export function preparing(tools: CallTools): Checkpoint {
  return createCheckpoint(quiet(tools), () => "prepare");
}
