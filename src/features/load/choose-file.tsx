import { Button, type ButtonProps } from "@mantine/core";
import type { Ref } from "react";
import classes from "./choose-file.module.css";
import { incomingFile } from "./incoming";
import { useIntake } from "./use-intake";

interface Props extends ButtonProps {
  readonly inputRef?: Ref<HTMLInputElement>;
  /** What a screen reader says, where the words of the button alone do not tell enough. */
  readonly label?: string;
}

/** A button that is the label of a real file input, so that keyboard, screen reader and browser treat it as one. */
export function ChooseFile({ inputRef, label, children, ...button }: Props) {
  const take = useIntake();
  return (
    <Button component="label" className={classes.choose} {...button}>
      {children}
      <input
        ref={inputRef}
        type="file"
        aria-label={label}
        accept=".csv,.tsv,.txt,.gz,text/*"
        className={classes.input}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file chosen again must count as a choice again.
          currentTarget.value = "";
          if (file) take(incomingFile(file));
        }}
      />
    </Button>
  );
}
