import { FileButton, Button } from "@mantine/core";
import type { ModelCard, Source } from "../../engine/protocol";
import { sourceOf } from "../../state/source";
import { useActions } from "../../state/use-session";
import { useWords } from "../../ui/use-words";

/** Asks for files and scores one after the other by a kept detector. */
export function ScoreSeveral({ model }: { readonly model: ModelCard }) {
  const { t } = useWords("models");
  const { scoreFiles } = useActions();
  return (
    <FileButton multiple onChange={(files) => files.length > 0 && void scoreFiles(model, sourcesOf(files))}>
      {(props) => (
        <Button {...props} size="compact-xs" variant="subtle" aria-label={t("several-of", { name: model.name })}>
          {t("several")}
        </Button>
      )}
    </FileButton>
  );
}

/** Every file is one table, but for images, which are a set together. */
function sourcesOf(files: readonly File[]): Source[] {
  const images = files.filter(({ type }) => type.startsWith("image/"));
  const [first] = images;
  const tables = files.filter((file) => !images.includes(file)).map((file) => sourceOf(file.name, file));
  if (!first) return tables;
  return [...tables, { name: first.name, files: images.map((file) => ({ path: file.name, blob: file })) }];
}
