import type { Consequence } from "../../../core/score/consequence";

/** The fields of one way: what is wanted so far, null before there is anything, and what it becomes. */
export interface FieldsProps {
  readonly of: Consequence | null;
  onChange(by: Consequence): void;
}
