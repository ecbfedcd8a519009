import { once } from "node:events";
import { createServer } from "node:net";
import type { DrivenBrowser } from "./driven-browser";
import { startProgram } from "./started-program";

/** A page may take its time. */
const SCRIPT_PATIENCE_MS = 600_000;
const BETWEEN_TRIES_MS = 50;

/** What WebKitGTK consists of for a test: the driver, the browser that it drives, and a screen to draw on. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

/** What Safari offers to pages, and WebKitGTK when it is told to. */
const FEATURES = "--features=+StorageAPI,+StorageAPIEstimate,+FileSystem,+FileSystemWritableStream";

/** WebKitGTK on a screen that nobody sees, by the protocol of its driver (W3C WebDriver). */
export async function startWebKit({ driver, browser, screen }: WebKitPrograms): Promise<DrivenBrowser> {
  // Looks for a free screen itself, and tells its number once it can be drawn on.
  const display = startProgram(screen, ["-displayfd", "3", "-screen", "0", "1440x1000x24", "-nolisten", "tcp"]);
  const [, number = ""] = await display.says(/^(\d+)\n/m);
  const port = await freePort();
  const service = startProgram(driver, [`--port=${port}`], {
    ...process.env,
    DISPLAY: `:${number}`,
    GDK_BACKEND: "x11",
    // The language of the page follows it, and "C" is none.
    LANG: "en_US.UTF-8",
    LIBGL_ALWAYS_SOFTWARE: "1",
    // A sandbox within the container of a test cannot be made.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  });

  async function send(path: string, body: unknown, method = "POST"): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: JSON.stringify(body) });
    const { value } = (await answer.json()) as { value: unknown }; // So the protocol says.
    if (!answer.ok) throw new Error(`WebKit refuses ${path}: ${JSON.stringify(value)}`);
    return value;
  }

  const never = /(?!)/;
  await Promise.race([listening(port), service.says(never)]);
  const { sessionId } = (await send("/session", {
    capabilities: {
      alwaysMatch: {
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: browser, args: ["--automation", FEATURES] },
      },
    },
  })) as { sessionId: string }; // So the protocol says.
  const session = `/session/${sessionId}`;
  await send(`${session}/timeouts`, { script: SCRIPT_PATIENCE_MS, pageLoad: SCRIPT_PATIENCE_MS });
  await send(`${session}/window/rect`, { x: 0, y: 0, width: 1440, height: 1000 });

  return {
    async open(url) {
      await send(`${session}/url`, { url });
    },
    async evaluate(work, ...args) {
      const script = `return (async () => JSON.stringify([await (${work.toString()})(...JSON.parse(arguments[0]))]))()`;
      const told = await send(`${session}/execute/sync`, { script, args: [JSON.stringify(args)] });
      return (JSON.parse(String(told)) as [never])[0]; // What `work` returned, by way of JSON.
    },
    async close() {
      await send(session, {}, "DELETE").catch(() => undefined);
      await service.stop();
      await display.stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

/** The driver does not say when it is ready. */
async function listening(port: number): Promise<void> {
  for (;;) {
    const isThere = await fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
  }
}
