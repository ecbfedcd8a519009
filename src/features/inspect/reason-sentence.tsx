import { ActionIcon, CopyButton, Group, Text, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RowExplanation } from "../../core/explain/explanation";
import { useNote } from "../../ui/use-note";

const SAID = 3;
/** A column that speaks for less than this is not worth a word. */
const WORTH_SAYING = 0.05;

/** The main reasons as one sentence that can be copied. */
export function ReasonSentence({ explanation }: { readonly explanation: RowExplanation }) {
  const { t } = useTranslation("inspect");
  const say = useNote();
  const reasons = explanation.contributions
    .filter(({ share }, index) => share > 0 && (index === 0 || share >= WORTH_SAYING))
    .slice(0, SAID)
    .map(({ note }) => say(note));
  const text = reasons.length > 0 ? t("why.sentence", { reasons: reasons.join(t("why.and")) }) : t("why.no-reason");
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap" justify="space-between">
      <Text size="sm" fw={500} style={{ overflowWrap: "anywhere" }}>
        {text}
      </Text>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? "why.copied" : "why.copy")}>
            <ActionIcon variant="subtle" color="gray" size="sm" onClick={copy} aria-label={t("why.copy")}>
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
