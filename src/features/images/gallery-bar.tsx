import { Button, SegmentedControl, Select, Slider, Switch, Text } from "@mantine/core";
import { memo, type ReactNode } from "react";
import { shownThresholdOf } from "../../state/threshold";
import { labelColumnOf } from "../../core/project/label-truth";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./gallery.module.css";
import { useColumnNamed } from "./use-image-names";

export const MIN_THUMBNAIL_PX = 64;
export const MAX_THUMBNAIL_PX = 256;

interface Props {
  readonly shown: number;
  readonly size: number;
  onSize(size: number): void;
  /** Whether the detector tells places. */
  readonly tellsPlaces: boolean;
  readonly hasHeat: boolean;
  onHeat(hasHeat: boolean): void;
  /** Further choices. */
  readonly children: ReactNode;
}

/** Which images are shown, how large, and whether with their heat. */
export function GalleryBar({ shown, size, onSize, tellsPlaces, hasHeat, onHeat, children }: Props) {
  const { t, i18n } = useWords("images");
  const { notice } = useActions();
  const { tableRows, filters, search, boxed } = useSession((state) => state.viewState);
  const flagged = useSession((state) => shownThresholdOf(state)?.count ?? null);
  const all = useSession((state) => state.dataset?.rowCount ?? 0);
  const folder = useColumnNamed("folder");
  const label = useSession(({ history }) => labelColumnOf(history.present.recipe) ?? -1);
  const isNarrowed = filters.length > 0 || search !== "" || boxed !== null;
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t("gallery.which")}
        disabled={flagged === null}
        value={flagged === null ? "all" : tableRows}
        onChange={(value) => notice({ tableRows: value })} // Its values are those given below.
        data={[
          {
            value: "flagged" as const,
            label: t("gallery.flagged", { formatted: formatCount(flagged ?? 0, i18n.language) }),
          },
          { value: "all" as const, label: t("gallery.all", { formatted: formatCount(all, i18n.language) }) },
        ]}
      />
      <LevelFilter column={folder} name={t("gallery.folder")} any={t("gallery.any-folder")} />
      <LevelFilter column={label} name={t("gallery.label-filter")} any={t("gallery.any-label")} />
      {isNarrowed && (
        <>
          <Text size="xs" c="dimmed" role="status">
            {t("gallery.narrowed", { count: shown, formatted: formatCount(shown, i18n.language) })}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={() => notice({ filters: [], search: "", boxed: null })}>
            {t("gallery.clear")}
          </Button>
        </>
      )}
      {children}
      <span className={classes.space} />
      {tellsPlaces && (
        <Switch
          size="xs"
          label={t("gallery.heat")}
          title={t("gallery.heat-help")}
          checked={hasHeat}
          onChange={({ currentTarget }) => onHeat(currentTarget.checked)}
        />
      )}
      <Slider
        className={classes.size ?? ""}
        size="sm"
        min={MIN_THUMBNAIL_PX}
        max={MAX_THUMBNAIL_PX}
        step={16}
        label={null}
        value={size}
        onChange={onSize}
        thumbLabel={t("gallery.size")}
      />
    </div>
  );
}

interface FilterProps {
  /** -1: there is none. */
  readonly column: number;
  readonly name: string;
  readonly any: string;
}

/** One value of a column, or any; nothing where there is no more than one. */
const LevelFilter = memo(function LevelFilter({ column, name, any }: FilterProps) {
  const { notice } = useActions();
  const levels = useSession((state) => state.dataset?.columns[column]?.profile.levels ?? null);
  const filters = useSession((state) => state.viewState.filters);
  if (!levels || levels.length < 2) return null;
  const chosen = filters.find((filter) => filter.column === column && filter.kind === "levels");
  return (
    <Select
      size="xs"
      w={112}
      aria-label={name}
      placeholder={any}
      clearable
      searchable={levels.length > 8}
      limit={100}
      data={levels.map(({ level }) => level)}
      value={chosen?.kind === "levels" ? (chosen.levels[0] ?? null) : null}
      onChange={(level) => {
        const others = filters.filter((filter) => filter !== chosen);
        notice({ filters: level === null ? others : [...others, { column, kind: "levels", levels: [level] }] });
      }}
    />
  );
});
