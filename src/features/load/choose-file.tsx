import { Button, type ButtonProps } from "@mantine/core";
import type { Ref } from "react";
import classes from "./choose-file.module.css";
import { ACCEPTED } from "./ask-for-files";
import { folderOf, sortIncoming } from "./incoming";
import { useIntake } from "./use-intake";

interface Props extends ButtonProps {
  readonly inputRef?: Ref<HTMLInputElement>;
  /** What a screen reader says, where the words of the button alone do not tell enough. */
  readonly label?: string;
  /** Asks for a folder instead of files. */
  readonly isFolder?: boolean;
}

/** A button that is the label of a real file input, so that keyboard, screen reader and browser treat it as one. */
export function ChooseFile({ inputRef, label, isFolder = false, children, ...button }: Props) {
  const take = useIntake();
  return (
    <Button component="label" className={classes.choose} {...button}>
      {children}
      <input
        ref={inputRef}
        type="file"
        multiple
        aria-label={label}
        {...(isFolder
          ? { webkitdirectory: "" }
          : {
              accept: ACCEPTED,
            })}
        className={classes.input}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file chosen again must count as a choice again.
          currentTarget.value = "";
          if (files.length === 0) return;
          take(sortIncoming(isFolder ? [folderOf(files)] : files.map((file) => ({ kind: "file", file }))));
        }}
      />
    </Button>
  );
}

/** Whether this browser lets a person choose a whole folder. */
export const choosesFolders = "webkitdirectory" in HTMLInputElement.prototype;
