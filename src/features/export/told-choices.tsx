import { Switch, Title } from "@mantine/core";
import { useWords } from "../../ui/use-words";
import classes from "./export-screen.module.css";

/** What stands beside the score. */
export interface Told {
  readonly reasons: boolean;
  readonly others: boolean;
  readonly marks: boolean;
}

interface Props {
  readonly told: Told;
  /** Whether other detectors are done. */
  readonly hasOthers: boolean;
  /** Whether any row is marked. */
  readonly hasMarks: boolean;
  onChange(change: Partial<Told>): void;
}

/** Whether the reasons are written, which take most of the time, and what the other detectors flag. */
export function ToldChoices({ told, hasOthers, hasMarks, onChange }: Props) {
  const { t } = useWords("export");
  return (
    <div className={classes.format}>
      <Title order={3} size="h5">
        {t("told.title")}
      </Title>
      <Switch
        checked={told.reasons}
        onChange={({ currentTarget }) => onChange({ reasons: currentTarget.checked })}
        label={t("told.reasons")}
        description={t("told.reasons-help")}
      />
      {hasMarks && (
        <Switch
          checked={told.marks}
          onChange={({ currentTarget }) => onChange({ marks: currentTarget.checked })}
          label={t("told.marks")}
          description={t("told.marks-help")}
        />
      )}
      {hasOthers && (
        <Switch
          checked={told.others}
          onChange={({ currentTarget }) => onChange({ others: currentTarget.checked })}
          label={t("told.others")}
          description={t("told.others-help")}
        />
      )}
    </div>
  );
}
