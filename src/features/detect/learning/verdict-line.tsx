import { Text } from "@mantine/core";
import type { Note } from "../../../core/data/note";
import { useNote } from "../../../ui/use-note";
import classes from "./learning.module.css";
import { isGoodVerdict } from "./note-kinds";

/** How well a network learned, in one sentence. */
export function VerdictLine({ note }: { readonly note: Note }) {
  const say = useNote();
  return (
    <Text size="sm" className={classes.verdict ?? ""} data-tone={isGoodVerdict(note.code) ? "good" : "care"}>
      {say(note)}
    </Text>
  );
}
