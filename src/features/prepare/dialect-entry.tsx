import { Button, TagsInput, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FixedSettings, SettingField } from "../../engine/protocol";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";

/** Fields of which no list holds all values. */
type TypedField = "delimiter" | "encoding" | "missing" | "quote" | "headerRow";

interface Props {
  readonly field: TypedField;
  /** Words that mean "no value" as things stand. */
  readonly missing: readonly string[];
  onTake(change: FixedSettings): void;
  onCancel(): void;
}

const TYPED_FIELDS: ReadonlySet<SettingField> = new Set(["delimiter", "encoding", "missing", "quote", "headerRow"]);

/** Whether a field can be typed, because no list holds all its values. */
export function isTyped(field: SettingField): field is TypedField {
  return TYPED_FIELDS.has(field);
}

/** A setting, typed by hand. */
export function DialectEntry({ field, missing, onTake, onCancel }: Props) {
  const { t } = useWords("prepare");
  const [text, setText] = useState("");
  const [words, setWords] = useState<readonly string[]>(missing);
  const change = field === "missing" ? { missing: wordsOf(words) } : changeOf(field, text);
  const problem = text !== "" && change === null && field !== "missing" ? t(`dialect.${field}.refused`) : null;

  return (
    <form
      className={classes.entry}
      onSubmit={(event) => {
        event.preventDefault();
        if (change) onTake(change);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      {field === "missing" ? (
        <TagsInput
          size="xs"
          className={classes.typed}
          label={t("dialect.missing.type")}
          value={[...words]}
          onChange={setWords}
          data-autofocus
          autoFocus
        />
      ) : (
        <TextInput
          size="xs"
          className={classes.typed}
          label={t(`dialect.${field}.type`)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={problem}
          autoFocus
        />
      )}
      <Button size="xs" type="submit" disabled={change === null}>
        {t("data.take")}
      </Button>
      <Button size="xs" variant="subtle" onClick={onCancel}>
        {t("data.cancel")}
      </Button>
    </form>
  );
}

function wordsOf(typed: readonly string[]): readonly string[] {
  return [...new Set(typed.map((word) => word.trim().toLowerCase()).filter((word) => word !== ""))];
}

function changeOf(field: TypedField, text: string): FixedSettings | null {
  if (field === "delimiter") return text !== "" && !/["\r\n]/.test(text) ? { delimiter: text } : null;
  if (field === "quote") return text.length === 1 && !/[\s\p{L}\p{N}]/u.test(text) ? { quote: text } : null;
  if (field === "encoding") return isEncoding(text.trim()) ? { encoding: text.trim().toLowerCase() } : null;
  if (field === "headerRow") return /^\d{1,7}$/.test(text.trim()) ? { headerRow: Number(text) } : null;
  return null;
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}
