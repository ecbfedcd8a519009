import { Button, Menu, TextInput } from "@mantine/core";
import { useState } from "react";
import type { SeriesOverview } from "../../engine/protocol";
import { useWords } from "../../ui/use-words";
import classes from "./series-panel.module.css";

interface Props {
  readonly overview: SeriesOverview;
  /** Those that are drawn. */
  readonly columns: readonly number[];
  setColumns(columns: number[]): void;
  onChannel(channel: number): void;
}

/** More are found by typing sooner than by looking. */
const CHANNELS_WITHOUT_SEARCH = 8;

/** Which channels are drawn, all by their names; searched where there are many. */
export function ChannelMenu({ overview, columns, setColumns, onChannel }: Props) {
  const { t } = useWords("series");
  const [search, setSearch] = useState("");
  const found = overview.channels.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <Menu closeOnItemClick={false} position="bottom-end" width={260}>
      <Menu.Target>
        <Button size="compact-xs" variant="default">
          {t("channels.open", { shown: columns.length, all: overview.channels.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.channels}>
        {overview.channels.length > CHANNELS_WITHOUT_SEARCH && (
          <TextInput
            size="xs"
            m={4}
            placeholder={t("channels.search")}
            aria-label={t("channels.search")}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        )}
        {found.map(({ column, name }) => {
          const isShown = columns.includes(column);
          const choose = () => {
            const next = overview.channels
              .map((one) => one.column)
              .filter((one) => (one === column ? !isShown : columns.includes(one)));
            if (next.length === 0) return;
            setColumns(next);
            if (next[0] !== undefined) onChannel(next[0]);
          };
          return (
            <Menu.CheckboxItem key={column} checked={isShown} onChange={choose}>
              {name}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
