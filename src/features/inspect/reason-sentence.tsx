import { ActionIcon, CopyButton, Group, Text, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { RowExplanation } from "../../core/explain/explanation";
import { asSentence } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import { contributionsToSay } from "../../core/explain/said-reasons";

/** The main reasons as one sentence that can be copied. */
export function ReasonSentence({ explanation }: { readonly explanation: RowExplanation }) {
  const { t } = useWords("inspect");
  const say = useNote();
  const reasons = contributionsToSay(explanation).map(({ note }) => say(note));
  const close = (said: string) => t("why.sentence", { reasons: said });
  // What is sure has one reason; the columns that it names follow in their own words.
  const text = explanation.finding
    ? asSentence(say(explanation.finding), close)
    : reasons.length > 0
      ? asSentence(reasons.join(t("why.and")), close)
      : t("why.no-reason");
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
