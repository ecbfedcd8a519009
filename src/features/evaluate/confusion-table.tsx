import { Table } from "@mantine/core";
import type { JudgedRun } from "../../engine/protocol";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./evaluation.module.css";

interface Props {
  /** Of the detector. */
  readonly name: string;
  readonly judged: JudgedRun;
}

/** What is flagged against what is strange, in four counts. */
export function ConfusionTable({ name, judged: { confusion } }: Props) {
  const { t, i18n } = useWords("evaluate");
  const count = (of: number) => formatCount(of, i18n.language);
  return (
    <Table className={classes.confusion ?? ""} captionSide="top">
      <Table.Caption>{t("confusion.title", { detector: name })}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          <Table.Th className={classes.number ?? ""}>{t("confusion.strange")}</Table.Th>
          <Table.Th className={classes.number ?? ""}>{t("confusion.ordinary")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th scope="row">{t("confusion.flagged")}</Table.Th>
          <Table.Td className={classes.number ?? ""}>{count(confusion.hits)}</Table.Td>
          <Table.Td className={classes.number ?? ""}>{count(confusion.falseAlarms)}</Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th scope="row">{t("confusion.rest")}</Table.Th>
          <Table.Td className={classes.number ?? ""}>{count(confusion.missed)}</Table.Td>
          <Table.Td className={classes.number ?? ""}>{count(confusion.rest)}</Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}
