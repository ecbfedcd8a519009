import { profileColumn } from "../../src/core/data/profile";
import { lookAt } from "../../src/io/read/look-at";
import { readSource } from "../../src/io/read/read-source";

/**
 * Processor time, in seconds, of looking at a file, reading it and profiling its columns, as the app does when it is
 * dropped, and the sum of its numbers.
 */
export async function cpuOfProfiling(name: string, blob: Blob): Promise<{ seconds: number; sum: number }> {
  const source = { name, files: [{ path: name, blob }] };
  const before = process.cpuUsage();
  const look = await lookAt(source);
  if (look.is !== "table") throw new Error(`${name} is no table`);
  const watch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
  const { dataset } = await readSource(source, look.inspection.plan, watch);
  const profiles = dataset.columns.map(profileColumn);
  const { user, system } = process.cpuUsage(before);
  const means = profiles.map(({ numeric, rows, missing }) => (numeric ? numeric.mean * (rows - missing) : 0));
  return { seconds: (user + system) / 1e6, sum: means.reduce((sum, one) => sum + one, 0) };
}
