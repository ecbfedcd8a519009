// @ts-check
import { cpus, loadavg, platform, release, totalmem } from "node:os";

/**
 * Where the figures were measured.
 * @param {string} browser its version
 */
export function machineOf(browser) {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? "unknown",
    cores: processors.length,
    memoryGB: Number((totalmem() / 1e9).toFixed(1)),
    system: `${platform()} ${release()}`,
    node: process.version,
    browser,
  };
}

/** How busy the machine is: processes that want a core, averaged over the last minute; 0 on Windows. */
export const loadNow = () => Number((loadavg()[0] ?? 0).toFixed(1));
