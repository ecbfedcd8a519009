import { SegmentedControl } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useWords } from "../../ui/use-words";
import classes from "./gallery.module.css";
import { Gallery } from "./gallery";

const parts = ["images", "table", "charts"] as const;

interface Props {
  /** How the rows are read. */
  readonly rowKindLine: ReactNode;
  /** The same images as rows of a table, and as points of charts. */
  readonly table: ReactNode;
  readonly charts: ReactNode;
}

/** The images as a gallery, below the charts of their scores where a person wants them, or as a table. */
export function ImagesPanel({ rowKindLine, table, charts }: Props) {
  const { t } = useWords("images");
  const [part, setPart] = useState<(typeof parts)[number]>("images");
  return (
    <div className={classes.gallery}>
      <div className={classes.parts}>
        <SegmentedControl
          size="xs"
          aria-label={t("part.title")}
          data={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
          value={part}
          onChange={(value) => setPart(value)} // Its values are the parts given above.
        />
        {rowKindLine}
      </div>
      {part === "charts" && charts}
      {part === "table" ? <div className={classes.table}>{table}</div> : <Gallery />}
    </div>
  );
}
