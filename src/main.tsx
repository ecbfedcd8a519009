import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { createI18n } from "./app/i18n";
import { languageFor, tellLanguage } from "./app/language";
import { spawnEngine } from "./engine/spawn";
import { guardedStorage } from "./state/guarded-storage";
import { browserKeeping } from "./state/page-keeping";
import { createSession } from "./state/session";
import { usualThreads } from "./state/threads";

const storage = guardedStorage(() => window.localStorage);
const messages = createI18n(languageFor(storage, navigator.languages));
tellLanguage(messages, document.documentElement);
const session = createSession({
  engine: spawnEngine(),
  storage,
  page: browserKeeping,
  threads: usualThreads(navigator.hardwareConcurrency),
});
// A hidden page may be thrown away without another word; not every browser tells of both.
window.addEventListener("pagehide", session.flush);
document.addEventListener("visibilitychange", session.flush);

const root = document.getElementById("root");
if (!root) throw new Error("no #root in the page");
const page = createRoot(root);
const show = () => page.render(<App session={session} messages={messages} />);
// English is at hand; any other language is fetched first, so that nobody sees the page change from one to the other.
if (messages.isInitialized) show();
else messages.on("initialized", show);
