import { installedWebKit } from "../scripts/other-browsers.mjs";
import { journeysIn } from "./engines/journeys";
import { startWebKit } from "./engines/webkit";

const webkit = installedWebKit();
const why = "No WebKit here: it takes Debian's webkit2gtk-driver and xvfb.";

journeysIn("WebKit", webkit === undefined ? why : () => startWebKit(webkit));
