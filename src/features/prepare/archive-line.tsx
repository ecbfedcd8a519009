import type { OpenArchive } from "../../state/session-state";
import { useActions } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";
import { SettingLine } from "./setting-line";

/** Which file of an archive is read; any other one in one click. */
export function ArchiveLine({ archive: { given, path, others } }: { readonly archive: OpenArchive }) {
  const { t } = useWords("prepare");
  const { openInside } = useActions();
  const options = others.map((other) => ({ label: t("quoted", { text: other }), change: other }));
  return (
    <section aria-label={t("archive.name")}>
      <ul className={classes.guesses}>
        <SettingLine
          name={t("archive.name")}
          sentence={t("archive.says", { path, archive: given.name })}
          doubt={others.length > 0 ? { code: "drop.others-inside", values: { count: others.length } } : null}
          options={options}
          likely={options}
          onCorrect={(other) => void openInside(other)}
        />
      </ul>
    </section>
  );
}
