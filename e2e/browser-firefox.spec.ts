import { installedFirefox } from "../scripts/other-browsers.mjs";
import { startFirefox } from "./engines/firefox";
import { journeysIn } from "./engines/journeys";

const firefox = installedFirefox();
const why = "No Firefox here: install it (on Debian firefox-esr), or name it by FIREFOX.";

journeysIn("Firefox", firefox === undefined ? why : () => startFirefox(firefox), { comesAgain: true });
