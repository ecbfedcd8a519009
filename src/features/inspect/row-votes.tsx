import { Text } from "@mantine/core";
import { namedInstance } from "../../state/catalogue";
import { useVotes } from "../../state/use-panel";
import { formatNames } from "../../ui/format";
import { useInstanceName } from "../../ui/use-instance-name";
import { useWords } from "../../ui/use-words";

/** "2 of 3": how many of the detectors flag a row. */
export function VotesCell({ row }: { readonly row: number }) {
  const { t } = useWords("compare");
  const votes = useVotes(row);
  if (!votes) return null;
  const { flagging, passing } = votes;
  return <span>{t("votes.cell", { flags: flagging.length, of: flagging.length + passing.length })}</span>;
}

/** Who flags the row and who does not; nothing while only one detector could say. */
export function RowVotes({ row }: { readonly row: number }) {
  const { t, i18n } = useWords("compare");
  const nameOf = useInstanceName();
  const votes = useVotes(row);
  if (!votes) return null;
  const { flagging, passing } = votes;
  const namesOf = (ids: readonly string[]) =>
    formatNames(
      ids.map((id) => nameOf(namedInstance(id))),
      i18n.language,
    );
  return (
    <div>
      <Text size="sm">{t("votes.said", { flags: flagging.length, of: flagging.length + passing.length })}</Text>
      {flagging.length > 0 && passing.length > 0 && (
        <Text size="xs" c="dimmed">
          {t("votes.flagging", { names: namesOf(flagging) })}
          <br />
          {t("votes.passing", { names: namesOf(passing) })}
        </Text>
      )}
    </div>
  );
}
