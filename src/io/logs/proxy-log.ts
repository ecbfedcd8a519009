import { type LogForm, mostlyFit } from "./log-form";

const PROXY_LINE =
  /^(\d{9,10}\.\d{3}) +(-?\d+) (\S+) ([A-Z_]+(?:_[A-Z]+)*)\/(\d{3}) (-?\d+) (\S+) (\S+) (\S+) ([A-Z_]+)\/(\S+) (\S+)/;

/** Access logs of the proxy Squid in its own format: the moment since 1970, milliseconds, address, result, bytes, ... */
export const proxyLog: LogForm = {
  name: "proxy",
  cut(first) {
    if (!mostlyFit(first, (line) => PROXY_LINE.test(line))) return null;
    return {
      columns: [
        { name: "time", kind: null },
        { name: "duration", kind: "number" },
        { name: "client", kind: "words" },
        { name: "result", kind: "category" },
        { name: "status", kind: "category" },
        { name: "bytes", kind: "number" },
        { name: "method", kind: "category" },
        { name: "url", kind: "words" },
        { name: "user", kind: "words" },
        { name: "hierarchy", kind: "category" },
        { name: "peer", kind: "words" },
        { name: "content type", kind: "category" },
      ],
      missing: ["-"],
      message: null,
      cells: (line) => PROXY_LINE.exec(line)?.slice(1) ?? null,
      continues: () => false,
    };
  },
};
