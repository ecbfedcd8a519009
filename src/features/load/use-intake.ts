import { useCallback } from "react";
import { sourceOf } from "../../state/source";
import { useActions } from "../../state/use-session";
import { soundsLikeImage, type Incoming } from "./incoming";
import { useWords } from "../../ui/use-words";

/** Opens what came in, or says plainly why not. */
export function useIntake(): (incoming: Incoming) => void {
  const { t } = useWords("load");
  const { open, announce } = useActions();
  return useCallback(
    (incoming) => {
      switch (incoming.kind) {
        case "files": {
          const { files } = incoming;
          const images = files.filter(({ file }) => soundsLikeImage(file)).length;
          const many = () =>
            images > 0 ? t("images.name", { count: images }) : t("files.name", { count: files.length });
          void open({ name: incoming.name ?? many(), files: files.map(({ path, file }) => ({ path, blob: file })) });
          return;
        }
        case "text":
          // A plain Blob has no date: the same table pasted again finds its settings.
          void open(sourceOf(t("paste.name"), new Blob([incoming.text], { type: "text/plain" })));
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
    [open, announce, t],
  );
}
