import { Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../ui/use-words";
import { looksLikeTable } from "./incoming";
import { useIntake } from "./use-intake";

/** A field to paste or type a table into, for those who have no Ctrl + V at hand. */
export function PasteBox({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords("load", "common");
  const take = useIntake();
  const [text, setText] = useState("");
  const isShort = text !== "" && !looksLikeTable(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take({ kind: "text", text });
      }}
    >
      <Textarea
        label={t("paste.label")}
        description={t("paste.help")}
        error={isShort && t("paste.too-short")}
        placeholder={t("paste.example")}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={({ key }) => key === "Escape" && onClose()}
        rows={6}
        data-autofocus
        autoFocus
        spellCheck={false}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", whiteSpace: "pre", overflowX: "auto" } }}
      />
      <Group mt="sm" gap="xs">
        <Button type="submit" disabled={!looksLikeTable(text)}>
          {t("paste.open")}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t("common:cancel")}
        </Button>
      </Group>
    </form>
  );
}
