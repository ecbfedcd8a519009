import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A program that was started for a test. */
export interface StartedProgram {
  /** Waits until it has said so, on any of its outputs. */
  says(what: RegExp): Promise<RegExpExecArray>;
  /** Ends it, and all that it started. */
  stop(): Promise<void>;
}

/** Starts a program that may write to its outputs and to a third one (its channel 3). */
export function startProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): StartedProgram {
  // The leader of a group, so that what it starts can be ended with it.
  const child = spawn(command, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  process.once("exit", () => endGroup(child));
  let said = "";
  const heard = new Set<() => void>();
  for (const stream of child.stdio)
    stream?.on("data", (text: Buffer) => {
      said += text.toString();
      for (const hear of heard) hear();
    });
  return {
    says: (what) =>
      new Promise((resolve, reject) => {
        const hear = () => {
          const found = what.exec(said);
          if (found) resolve(found);
        };
        heard.add(hear);
        hear();
        child.on("error", reject);
        child.on("exit", (code) => reject(new Error(`${command} ended with ${String(code)}: ${said.slice(-2000)}`)));
      }),
    stop: async () => {
      if (isGone(child)) return;
      const gone = once(child, "exit");
      endGroup(child);
      await gone;
    },
  };
}

function isGone({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

function endGroup(child: ChildProcess): void {
  if (child.pid !== undefined && !isGone(child)) process.kill(-child.pid, "SIGKILL");
}
