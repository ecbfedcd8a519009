// @ts-check
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * A Python script that answers every line with a line; null where there is no Python with scikit-learn.
 * The variable PYTHON names another interpreter than python3.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<{ version: string, ask(line: string): Promise<string>, close(): void } | null>}
 */
export async function scikitLearn(script, args) {
  // Their thread pools would use every core beside the one worker that they are compared with.
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const child = spawn(process.env.PYTHON || "python3", [script, ...args], { env, stdio: ["pipe", "pipe", "ignore"] });
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    return done ? null : String(value);
  };
  const version = await next();
  if (version === null) return null;
  return {
    version,
    async ask(line) {
      child.stdin.write(`${line}\n`);
      const answer = await next();
      if (answer === null) throw new Error(`${script} ended without an answer`);
      return answer;
    },
    close: () => child.stdin.end(),
  };
}
