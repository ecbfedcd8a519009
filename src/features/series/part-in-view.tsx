import { Button } from "@mantine/core";
import type { TimeSpan } from "../../charts/series/time-line";
import { periodColumnOf } from "../../core/prepare/period-column";
import { useActions, useAsk, useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";

interface Props {
  readonly span: TimeSpan;
  readonly series: number;
  /** Null while none is there. */
  readonly run: string | null;
}

/** What can be said of the part of a series that is in view: all its steps are marked at once, or the period is ignored. */
export function PartInView({ span, series, run }: Props) {
  const { t } = useWords("series");
  const { mark, ignorePeriods } = useActions();
  const ask = useAsk();
  const recipe = useSession(({ history }) => history.present.recipe);
  const columns = useSession((state) => state.dataset?.columns);
  const at = recipe && columns ? (recipe.ignored?.column ?? periodColumnOf(recipe, columns)) : null;
  async function markAll(verdict: "anomaly" | "not-anomaly"): Promise<void> {
    if (run === null) return;
    const rows = await ask("rowsBetween", { run, series, ...span }).catch(() => null);
    if (rows && rows.length > 0) await mark([...rows], { verdict });
  }
  return (
    <>
      {run !== null && (
        <>
          <Button size="compact-xs" variant="light" color="red" onClick={() => void markAll("anomaly")}>
            {t("part.anomaly")}
          </Button>
          <Button size="compact-xs" variant="light" onClick={() => void markAll("not-anomaly")}>
            {t("part.not-anomaly")}
          </Button>
        </>
      )}
      {at !== null && (
        <Button
          size="compact-xs"
          variant="default"
          title={t("part.ignore-help")}
          onClick={() => ignorePeriods(at, [...(recipe?.ignored?.windows ?? []), { ...span }])}
        >
          {t("part.ignore")}
        </Button>
      )}
    </>
  );
}
