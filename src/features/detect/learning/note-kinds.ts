/** Whether a run's note says where it was computed. */
export function isAboutBackend(code: string): boolean {
  return code.startsWith("neural.backend.");
}

/** Whether a run's note says how well it learned. */
export function isVerdict(code: string): boolean {
  return code.startsWith("neural.verdict.");
}

/** Whether a run's note says how it did on what was held out. */
export function isHeldOut(code: string): boolean {
  return code.startsWith("neural.held-out.");
}

/** Whether a verdict leaves nothing to be done; every other one asks for care. */
export function isGoodVerdict(code: string): boolean {
  return /^neural\.verdict\.(good|settled)/.test(code);
}
