import { type LogForm, mostlyFit } from "./log-form";

/** `http_requests_total{method="post",code="200"} 1027 1395066363000`: name, labels, value, moment. */
const METRIC_LINE =
  /^([a-zA-Z_:][\w:]*)(?:\{([^}"]*(?:"(?:[^"\\]|\\.)*"[^}"]*)*)\})? +([-+]?(?:\d[\d.eE+-]*|NaN|Inf))(?: +(\d{10,13}))?$/;
const DESCRIPTION = /^# (?:TYPE|HELP) /;

/** Metrics as Prometheus and what it asks write them: what a line describes the metrics with is no row. */
export const metricsLog: LogForm = {
  name: "metrics",
  cut(first) {
    const lines = first.filter((line) => !line.startsWith("#"));
    const isDescribed = first.some((line) => DESCRIPTION.test(line));
    if (!isDescribed || !mostlyFit(lines, (line) => METRIC_LINE.test(line))) return null;
    const hasTime = lines.some((line) => METRIC_LINE.exec(line)?.[4] !== undefined);
    return {
      columns: [
        { name: "metric", kind: "category" },
        { name: "labels", kind: "category" },
        { name: "value", kind: "number" },
        ...(hasTime ? [{ name: "time", kind: null }] : []),
      ],
      missing: ["nan"],
      message: null,
      cells(line) {
        if (line.startsWith("#")) return "aside";
        const found = METRIC_LINE.exec(line);
        if (!found) return null;
        const [, metric = "", labels = "", value = "", time = ""] = found;
        return hasTime ? [metric, labels, value, time] : [metric, labels, value];
      },
      continues: () => false,
    };
  },
};
