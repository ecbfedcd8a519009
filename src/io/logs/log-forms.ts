import { accessLog } from "./access-log";
import { appLog } from "./app-log";
import { glog, logcat } from "./device-log";
import { journalLog } from "./journal-log";
import type { LogForm } from "./log-form";
import { metricsLog } from "./metrics-log";
import { pairsLog } from "./pairs-log";
import { proxyLog } from "./proxy-log";
import { syslog, syslog5424 } from "./syslog";
import { w3cLog } from "./w3c-log";
import { zeekLog } from "./zeek-log";

/** From those that say what they are to those that are known by their looks alone. */
const forms: readonly LogForm[] = [
  zeekLog,
  w3cLog,
  metricsLog,
  accessLog,
  proxyLog,
  syslog5424,
  syslog,
  logcat,
  glog,
  appLog,
  journalLog,
  pairsLog,
];

/** The form in which the first lines are written; null where they are no log. */
export function formOf(first: readonly string[]): LogForm | null {
  return forms.find((form) => form.cut(first) !== null) ?? null;
}

/** The form of that name. */
export function formNamed(name: string): LogForm | null {
  return forms.find((form) => form.name === name) ?? null;
}

/** The lines of a text that tell its form: those with something in them, the last one only where it is whole. */
export function linesIn(text: string, isWhole: boolean): string[] {
  const lines = text.replace(/^\ufeff/, "").split("\n");
  if (!isWhole && lines.length > 1) lines.pop();
  return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line)).filter((line) => line.trim() !== "");
}
