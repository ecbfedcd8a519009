import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import type { DrivenBrowser } from "./driven-browser";
import { startProgram } from "./started-program";

/** What no test needs: pages of welcome, reports, updates. */
const PREFERENCES = {
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
  "remote.active-protocols": 1,
  // As in the other journeys: what the page fetches to work without a network would be fetched anew by each.
  "dom.serviceWorkers.enabled": false,
};

interface Answer {
  readonly id: number;
  readonly result?: Record<string, unknown>;
  readonly message?: string;
}

/** Firefox, without a window, by the protocol that it speaks itself (WebDriver BiDi). */
export async function startFirefox(binary: string): Promise<DrivenBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "firefox-"));
  const lines = Object.entries(PREFERENCES).map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});\n`);
  await writeFile(join(profile, "user.js"), lines.join(""));
  const program = startProgram(binary, [
    "--headless",
    "--remote-debugging-port=0",
    "--no-remote",
    "--profile",
    profile,
    "about:blank",
  ]);
  const [, address = ""] = await program.says(/WebDriver BiDi listening on (\S+)/);
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.on("message", (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer; // What the protocol says; events have no id.
    waiting.get(answer.id)?.(answer);
  });

  let calls = 0;
  async function send(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>> {
    const id = ++calls;
    const { result, message } = await new Promise<Answer>((answered) => {
      waiting.set(id, answered);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (!result) throw new Error(`Firefox refuses ${method}: ${message ?? "without a word"}`);
    return result;
  }

  await send("session.new", { capabilities: {} });
  const { contexts } = (await send("browsingContext.getTree", {})) as { contexts: { context: string }[] }; // So the protocol says.
  const context = contexts[0]?.context;
  await send("browsingContext.setViewport", { context, viewport: { width: 1440, height: 900 } });

  return {
    async open(url) {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    async evaluate(work, ...args) {
      const { type, result, exceptionDetails } = (await send("script.callFunction", {
        functionDeclaration: `async (args) => JSON.stringify([await (${work.toString()})(...JSON.parse(args))])`,
        arguments: [{ type: "string", value: JSON.stringify(args) }],
        target: { context },
        awaitPromise: true,
        userActivation: true,
      })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } }; // So the protocol says.
      if (type === "exception" || !result) throw new Error(exceptionDetails?.text ?? "no answer");
      return (JSON.parse(result.value) as [never])[0]; // What `work` returned, by way of JSON.
    },
    async close() {
      socket.terminate();
      await program.stop();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
