import { NativeSelect } from "@mantine/core";
import type { ColumnKind } from "../../../core/data/column";
import { useSession } from "../../../state/use-session";

interface Props {
  readonly label: string;
  /** What stands for no column; absent: there must be one. */
  readonly none?: string;
  readonly kinds: readonly ColumnKind[];
  readonly value: number | null;
  onChange(column: number | null): void;
}

/** One column of the table, of some kinds; the one chosen stands in the list whatever its kind. */
export function ColumnSelect({ label, none, kinds, value, onChange }: Props) {
  const columns = useSession((state) => state.dataset?.columns ?? []);
  const offered = columns.flatMap(({ name, kind }, at) =>
    kinds.includes(kind) || at === value ? [{ value: String(at), label: name }] : [],
  );
  return (
    <NativeSelect
      size="xs"
      label={label}
      data={[...(none === undefined ? [] : [{ value: "", label: none }]), ...offered]}
      value={value === null ? "" : String(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value === "" ? null : Number(currentTarget.value))}
    />
  );
}
