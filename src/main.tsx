import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { createI18n } from "./app/i18n";
import { spawnEngine } from "./engine/spawn";
import { createSession } from "./state/session";

const session = createSession({ engine: spawnEngine(), storage: safeStorage() });
const root = document.getElementById("root");
if (!root) throw new Error("no #root in the page");
createRoot(root).render(<App session={session} messages={createI18n()} />);

/** Browsers may refuse storage altogether; then nothing is remembered. */
function safeStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
