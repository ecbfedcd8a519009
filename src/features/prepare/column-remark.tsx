import { Button, List } from "@mantine/core";
import type { Remark, Remedy } from "../../core/remarks/remark";
import { useActions, useSession } from "../../state/use-session";
import { formatNames } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";

/** What was done with some columns and why, and the other way in one click. */
export function ColumnRemark({ remark }: { readonly remark: Remark }) {
  const { t, i18n } = useWords("prepare");
  const say = useNote();
  const { setKind, takeAsNoValue, joinTimes, makeColumn, setColumns } = useActions();
  const columns = useSession((state) => state.dataset?.columns);
  const of = remark.columns.map((at) => columns?.[at]?.name ?? "");
  const names = formatNames(of, i18n.language);

  const take = (remedy: Remedy) => {
    switch (remedy.does) {
      case "read-as":
        for (const at of remark.columns) setKind(at, remedy.kind);
        break;
      case "no-value":
        takeAsNoValue(remark.columns, remedy.value);
        break;
      case "join":
      case "keep-apart": {
        const [date, clock] = remark.columns;
        if (date !== undefined && clock !== undefined) joinTimes({ date, clock }, remedy.does === "join");
        break;
      }
      case "make":
      case "unmake":
        makeColumn(remedy.made, remedy.does === "make");
        break;
      case "use":
      case "leave-out":
        setColumns(remark.columns, { role: remedy.does === "use" ? "feature" : "ignore" });
        break;
      default:
        remedy satisfies never;
    }
  };
  const wordsOf = (remedy: Remedy): string => {
    switch (remedy.does) {
      case "read-as":
        return t(`report.readAs.${remedy.kind}`);
      case "no-value":
        return t("report.noValue", { value: String(remedy.value) });
      case "join":
        return t("report.join");
      case "keep-apart":
        return t("report.keepApart");
      case "make":
        return t(`report.make.${remedy.made.what}`);
      case "unmake":
        return t("report.unmake");
      case "use":
        return t("report.use");
      case "leave-out":
        return t("report.leaveOut");
      default:
        return remedy satisfies never;
    }
  };

  return (
    <List.Item className={classes.remark}>
      {t("report.column", { column: names, why: say(remark.why) })}{" "}
      {remark.remedies.map((remedy) => (
        <Button
          key={remedy.does}
          size="compact-xs"
          variant="default"
          onClick={() => take(remedy)}
          aria-label={t("report.remedyFor", { columns: names, remedy: wordsOf(remedy) })}
        >
          {wordsOf(remedy)}
        </Button>
      ))}
    </List.Item>
  );
}
