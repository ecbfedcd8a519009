import { useCallback } from "react";
import { useSeriesKind } from "../../state/use-series";
import { useActions } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import type { Incoming } from "./incoming";

/** Opens what came in, or says plainly why not. */
export function useIntake(): (incoming: Incoming) => void {
  const { t } = useWords("load");
  const { open, announce, bringWindows } = useActions();
  const isSeries = useSeriesKind() !== null;
  return useCallback(
    (incoming) => {
      switch (incoming.kind) {
        case "file": {
          const { file, others } = incoming;
          if (others > 0) announce("info", { code: "drop.took-first", values: { name: file.name, count: others } });
          // Beside an open series JSON holds its labelled windows.
          const take = isSeries && /\.json$/i.test(file.name) ? bringWindows : open;
          void take({ name: file.name, blob: file });
          return;
        }
        case "images": {
          const { files, others } = incoming;
          const name = incoming.name ?? t("images.name", { count: files.length });
          if (others > 0) announce("info", { code: "drop.took-images", values: { name, count: others } });
          void open({ kind: "images", name, files: files.map(({ path, file }) => ({ path, blob: file })) });
          return;
        }
        case "text":
          // A plain Blob has no date: the same table pasted again finds its settings.
          void open({ name: t("paste.name"), blob: new Blob([incoming.text], { type: "text/plain" }) });
          return;
        case "refused":
          announce("bad", { code: `drop.${incoming.why}`, values: { name: incoming.name } });
          return;
        case "nothing":
          return;
        default:
          incoming satisfies never;
      }
    },
    [open, announce, bringWindows, isSeries, t],
  );
}
