import { useId, useState, type ReactNode } from "react";
import "../palette.css";
import { useWords } from "../../ui/use-words";
import { saveChart } from "../export-image/save-chart";
import { useSize, type Size } from "../use-size";
import classes from "./chart-frame.module.css";
import { ChartMenu } from "./chart-menu";
import { ChartTable, type TableData } from "./chart-table";

interface Props {
  readonly title: string;
  /** One line on what the chart says, shown on hover and focus of the mark beside the title. */
  readonly info: string;
  /** Built only when the table is asked for. */
  table(): TableData;
  /** Choices about this chart, shown beside its title. */
  readonly controls?: ReactNode;
  /** Said instead of a chart that has nothing to show. */
  readonly empty?: string | undefined;
  children(size: Size): ReactNode;
}

/** What every chart has around it: a title, its meaning, its numbers as a table, and its image as a file. Fills its container. */
export function ChartFrame({ title, info, table, controls, empty, children }: Props) {
  const { t } = useWords("charts");
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState(false);
  const [body, size] = useSize();
  const titleId = useId();
  const infoId = useId();

  const save = (kind: "png" | "svg") => () => {
    setFailed(false);
    if (body.current) saveChart(body.current, title, kind).catch(() => setFailed(true));
  };
  const switchItem = { label: t(asTable ? "menu.chart" : "menu.table"), onChoose: () => setAsTable(!asTable) };
  const saveItems = [
    { label: t("menu.png"), onChoose: save("png") },
    { label: t("menu.svg"), onChoose: save("svg") },
  ];

  return (
    <figure className={classes.frame} aria-labelledby={titleId}>
      <div className={classes.header}>
        <h3 className={classes.title} id={titleId} title={title}>
          {title}
        </h3>
        <span className={classes.infoRoot}>
          <button type="button" className={classes.icon} aria-label={t("info", { title })} aria-describedby={infoId}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1.2a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 8 2.7ZM7.4 7h1.2v4.3H7.4Zm.6-2.6a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.6Z" />
            </svg>
          </button>
          <span role="tooltip" id={infoId} className={classes.info}>
            {info}
          </span>
        </span>
        <span className={classes.space} />
        {controls}
        <ChartMenu title={title} items={asTable || empty !== undefined ? [switchItem] : [switchItem, ...saveItems]} />
      </div>
      {failed && (
        <p role="alert" className={classes.alert}>
          {t("menu.failed")}
        </p>
      )}
      <div className={classes.body} ref={body}>
        {asTable ? (
          <ChartTable title={title} data={table()} />
        ) : empty !== undefined ? (
          <p className={classes.empty}>{empty}</p>
        ) : (
          size.width > 60 && size.height > 60 && children(size)
        )}
      </div>
    </figure>
  );
}
