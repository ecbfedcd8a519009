import { Text } from "@mantine/core";
import { useLabelTruth } from "../../state/use-label-truth";
import { useActions } from "../../state/use-session";
import { StrangeValues } from "../../ui/strange-values";
import { useWords } from "../../ui/use-words";

/** Of a label: which of its values mean strange. */
export function LabelChoices({ position, name }: { readonly position: number; readonly name: string }) {
  const { t } = useWords("ui");
  const { setStrange } = useActions();
  const { truth, isKnown } = useLabelTruth(position);
  if (!truth) return isKnown && <Text size="sm">{t("strange.none")}</Text>;
  return <StrangeValues column={name} {...truth} onChange={(strange) => setStrange(position, strange)} />;
}
