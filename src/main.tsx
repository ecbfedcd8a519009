import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { createI18n } from "./app/i18n";
import { spawnEngine } from "./engine/spawn";
import { guardedStorage } from "./state/guarded-storage";
import { browserKeeping } from "./state/page-keeping";
import { createSession } from "./state/session";

const session = createSession({
  engine: spawnEngine(),
  storage: guardedStorage(() => window.localStorage),
  page: browserKeeping,
});
// A hidden page may be thrown away without another word; not every browser tells of both.
window.addEventListener("pagehide", session.flush);
document.addEventListener("visibilitychange", session.flush);

const root = document.getElementById("root");
if (!root) throw new Error("no #root in the page");
createRoot(root).render(<App session={session} messages={createI18n()} />);
