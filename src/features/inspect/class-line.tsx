import { Text } from "@mantine/core";
import type { RunResult } from "../../engine/protocol";
import { formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";

interface Props {
  readonly row: number;
  readonly result: RunResult;
}

/** Which class a detector that was taught classes takes a row for, how sure it is, and the one that the table names. */
export function ClassLine({ row, result: { classes } }: Props) {
  const { t, i18n } = useWords("inspect");
  const taken = classes?.names[classes.likeliest[row] ?? -1];
  if (!classes || taken === undefined) return null;
  const own = classes.names[classes.own[row] ?? -1];
  const values = { taken, own, percent: formatPercent(classes.share[row] ?? 0, i18n.language) };
  return (
    <div>
      <Text size="sm">
        {own === undefined || own === taken ? t("why.class.taken", values) : t("why.class.other", values)}
      </Text>
      {classes.unseen[row] === 0 && (
        <Text size="xs" c="dimmed">
          {t("why.class.learned")}
        </Text>
      )}
    </div>
  );
}
