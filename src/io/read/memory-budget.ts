/** What a tab may be trusted to hold beside the page itself. */
const MAX_TAB_BYTES = 1.5e9;
/** Share of the machine's memory that one tab should take at most. */
const MAX_SHARE_OF_DEVICE = 0.25;

/** Bytes of memory to plan with: less on machines that say they have little (`navigator.deviceMemory`, in GB). */
export function memoryBudgetHere(): number {
  // The property is not in the DOM types, and Node has no such thing.
  const device = (globalThis as { navigator?: { deviceMemory?: number } }).navigator?.deviceMemory;
  return device ? Math.min(MAX_TAB_BYTES, device * 1e9 * MAX_SHARE_OF_DEVICE) : MAX_TAB_BYTES;
}
