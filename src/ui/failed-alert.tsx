import { Alert, type AlertProps } from "@mantine/core";
import type { FailureInfo } from "../core/data/failure";
import { useNote } from "./use-note";

interface Props extends Pick<AlertProps, "m" | "color" | "variant"> {
  readonly failure: FailureInfo;
}

/** What did not work, and what to do. */
export function FailedAlert({ failure, ...look }: Props) {
  const say = useNote();
  return (
    <Alert {...look} title={say({ ...failure, code: `failures.${failure.code}.title` })}>
      {say({ ...failure, code: `failures.${failure.code}.todo` })}
    </Alert>
  );
}
