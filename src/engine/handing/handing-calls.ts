import type { HandingCalls } from "../calls/handing";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";

/** How calls about what is handed over are done; what they take is loaded when it is wanted. */
export function handingCalls(parts: Parts): Handlers<HandingCalls> {
  return {
    handOver: async (request, tools) => (await import("./hand-over")).handOver(parts, request, tools),
  };
}
