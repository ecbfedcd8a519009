import { Text } from "@mantine/core";
import type { Note } from "../../../core/data/note";
import { useNote } from "../../../ui/use-note";
import { isHeldOut } from "./note-kinds";

/** How a network does on what was held out: its error and, where it names classes, how often it is right. */
export function HeldOutLines({ notes }: { readonly notes: readonly Note[] }) {
  const say = useNote();
  const lines = [...new Set(notes.filter(({ code }) => isHeldOut(code)).map(say))];
  return lines.map((line) => (
    <Text size="sm" key={line}>
      {line}
    </Text>
  ));
}
