import { Autocomplete, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { isoTime } from "../../core/data/civil-time";
import type { Cell } from "../../core/data/column";
import type { ColumnCard } from "../../engine/protocol";
import { useWords } from "../../ui/use-words";

interface Props {
  readonly card: ColumnCard;
  readonly cell: Cell;
  onChange(cell: Cell): void;
}

/** A cell that can be another: a number, a time, one of the values of its column or a new one; empty is missing. */
export function CellField({ card: { name, kind, profile }, cell, onChange }: Props) {
  if (kind === "time") return <TimeField name={name} cell={cell} onChange={onChange} />;
  const shared = { size: "xs", label: name } as const;
  if (kind === "number")
    return (
      <NumberInput
        {...shared}
        value={typeof cell === "number" ? cell : ""}
        onChange={(value) => onChange(value === "" ? null : Number(value))}
      />
    );
  return (
    <Autocomplete
      {...shared}
      limit={50}
      data={profile.levels?.map(({ level }) => level) ?? []}
      value={typeof cell === "string" ? cell : ""}
      onChange={(value) => onChange(value === "" ? null : value)}
    />
  );
}

/** A moment as it is written by ISO 8601, on the clocks of the column; what is none is not taken yet. */
function TimeField({ name, cell, onChange }: Pick<Props, "cell" | "onChange"> & { readonly name: string }) {
  const { t } = useWords("inspect");
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (typeof cell === "number" ? isoTime(cell).slice(0, 19).replace("T", " ") : "");
  const isRead = shown.trim() === "" || momentOf(shown) !== null;
  return (
    <TextInput
      size="xs"
      label={name}
      placeholder={t("what-if.moment")}
      error={isRead ? undefined : t("what-if.no-moment")}
      value={shown}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        const moment = momentOf(value);
        if (moment !== null || value.trim() === "") onChange(moment);
      }}
    />
  );
}

function momentOf(text: string): number | null {
  const ms = Date.parse(`${text.trim().replace(" ", "T")}${text.trim().length > 10 ? "Z" : ""}`);
  return Number.isNaN(ms) ? null : ms;
}
