import { Button, Text } from "@mantine/core";
import type { ImageDetail } from "../../engine/protocol";
import { useActions } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import { useImageName } from "./use-image-names";

/** The way to the ordinary image that resembles this one most. */
export function NearestImage({ detail }: { readonly detail: ImageDetail | null }) {
  const { t } = useWords("images");
  if (!detail) return null;
  if (detail.nearest) return <Nearest row={detail.nearest.row} />;
  return (
    <Text size="xs" c="dimmed">
      {t("inspector.no-nearest")}
    </Text>
  );
}

function Nearest({ row }: { readonly row: number }) {
  const { t } = useWords("images");
  const { select } = useActions();
  const { name } = useImageName(row);
  return (
    <Button size="compact-xs" variant="subtle" maw={220} onClick={() => select(row)}>
      {t("inspector.open-nearest", { name })}
    </Button>
  );
}
