import { Button, FileButton, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useActions, useSession, useSessionStore } from "../../state/use-session";
import { formatCount, formatNumber } from "../../ui/format";
import { saveFile } from "../../ui/save-file";
import { useWords } from "../../ui/use-words";
import { marksAsText, marksInText } from "./marks-file";

/** Marks to another person and from one, and under which name they are made. */
export function MarksMenu() {
  const { t, i18n } = useWords("judge");
  const store = useSessionStore();
  const name = useSession((state) => state.dataset?.name ?? "");
  const { mergeMarks, markedBy, setMarkedBy } = useActions();
  const [by, setBy] = useState(markedBy);
  const [told, setTold] = useState<string | null>(null);

  async function bring(file: File | null): Promise<void> {
    if (!file) return;
    const theirs = marksInText(await file.text());
    if (theirs.length === 0) {
      setTold(t("no-marks", { name: file.name }));
      return;
    }
    const { added, agreed, conflicts, kappa } = mergeMarks(theirs);
    const count = (of: number) => formatCount(of, i18n.language);
    const said = { added: count(added), agreed: count(agreed), differ: count(conflicts.length) };
    setTold(
      kappa === null ? t("merged", said) : t("merged-kappa", { ...said, kappa: formatNumber(kappa, i18n.language, 2) }),
    );
  }

  function save(): void {
    const text = marksAsText(store.getState().history.present.marks);
    saveFile(new Blob([text], { type: "text/csv" }), t("file-name", { name: name.replace(/\.[^.]+$/, "") }));
  }

  return (
    <Popover width={300} shadow="md" trapFocus position="bottom-start">
      <Popover.Target>
        <Button size="compact-xs" variant="default">
          {t("menu")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TextInput
            size="xs"
            label={t("name")}
            maxLength={200}
            value={by}
            onChange={({ currentTarget }) => {
              setBy(currentTarget.value);
              setMarkedBy(currentTarget.value.trim());
            }}
          />
          <Group gap="xs">
            <Button size="compact-sm" variant="light" onClick={save}>
              {t("save")}
            </Button>
            <FileButton onChange={(file) => void bring(file)} accept=".csv,text/csv">
              {(props) => (
                <Button size="compact-sm" variant="default" {...props}>
                  {t("bring")}
                </Button>
              )}
            </FileButton>
          </Group>
          {told !== null && (
            <Text size="xs" role="status">
              {told}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
