import { Button, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PictureDetail } from "../../engine/protocol";
import { useActions } from "../../state/use-session";
import { usePictureName } from "./use-picture-names";

/** The way to the ordinary picture that resembles this one most. */
export function NearestPicture({ detail }: { readonly detail: PictureDetail | null }) {
  const { t } = useTranslation("pictures");
  if (!detail) return null;
  if (detail.nearest) return <Nearest row={detail.nearest.row} />;
  return (
    <Text size="xs" c="dimmed">
      {t("inspector.no-nearest")}
    </Text>
  );
}

function Nearest({ row }: { readonly row: number }) {
  const { t } = useTranslation("pictures");
  const { select } = useActions();
  const name = usePictureName(row);
  return (
    <Button size="compact-xs" variant="subtle" maw={220} onClick={() => select(row)}>
      {t("inspector.open-nearest", { name })}
    </Button>
  );
}
