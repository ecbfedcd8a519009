import { memo } from "react";
import type { TrainingView } from "../../core/detect/training-view";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { cutText } from "../axis/ticks";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import classes from "./column-layout.module.css";

type Layout = Extract<TrainingView, { kind: "layout" }>;

const CELL_HEIGHT_PX = 40;
const LETTER_PX = 6.4;

/** The small image as which a convolution sees a row: which column lies in which cell. */
export const ColumnLayout = memo(function ColumnLayout({ trainingView }: { readonly trainingView: Layout }) {
  const { t, i18n } = useWords("charts");
  const lines = linesOf(trainingView);
  const table = () => ({
    columns: [
      t("layout.line"),
      ...Array.from({ length: trainingView.width }, (_, at) => formatCount(at + 1, i18n.language)),
    ],
    rows: lines.map((line, at) => [formatCount(at + 1, i18n.language), ...line.map((name) => name ?? "")]),
  });
  return (
    <ChartFrame
      title={t("layout.title")}
      info={t("layout.info")}
      table={table}
      empty={lines.length === 0 ? t("empty.layout") : undefined}
    >
      {(size) => <Cells lines={lines} across={trainingView.width} size={size} />}
    </ChartFrame>
  );
});

interface CellsProps {
  readonly lines: readonly (readonly (string | null)[])[];
  readonly across: number;
  readonly size: Size;
}

function Cells({ lines, across, size }: CellsProps) {
  const { t, i18n } = useWords("charts");
  const width = Math.min(size.width / across, 120);
  const letters = Math.floor((width - 8) / LETTER_PX);
  const count = (number: number) => formatCount(number, i18n.language);
  const name = t("layout.name", { across: count(across), down: count(lines.length) });
  return (
    <svg
      className={classes.plot}
      width={size.width}
      height={lines.length * CELL_HEIGHT_PX}
      role="img"
      aria-label={name}
    >
      {lines.flatMap((line, down) =>
        line.map((column, at) => (
          <g key={`${down}.${at}`} transform={`translate(${at * width} ${down * CELL_HEIGHT_PX})`}>
            <title>{column ?? t("layout.none")}</title>
            <rect
              className={column === null ? classes.none : classes.cell}
              x={0.5}
              y={0.5}
              width={Math.max(1, width - 2)}
              height={CELL_HEIGHT_PX - 2}
            />
            {column !== null && letters >= 3 && (
              <text className={classes.label} x={width / 2} y={CELL_HEIGHT_PX / 2 + 4} textAnchor="middle">
                {cutText(column, letters)}
              </text>
            )}
          </g>
        )),
      )}
    </svg>
  );
}

/** The names of the columns line by line; null where a cell is empty. */
function linesOf({ width, features, cells }: Layout): (string | null)[][] {
  const lines: (string | null)[][] = [];
  for (let from = 0; width > 0 && from < cells.length; from += width)
    lines.push(Array.from(cells.subarray(from, from + width), (feature) => features[feature] ?? null));
  return lines;
}
