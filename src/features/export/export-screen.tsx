import { Button, Text, Title } from "@mantine/core";
import { Suspense, useState } from "react";
import { CONSENSUS, GUIDED, RULED } from "../../core/detect/run-key";
import { useActions, useSession } from "../../state/use-session";
import { late } from "../../ui/late";
import { useWords } from "../../ui/use-words";
import classes from "./export-screen.module.css";
import { ExportForm } from "./export-form";

const Report = late(async () => (await import("./report/report-section")).ReportSection);

/** Takes rows away as a file: which, how written, and what stands in it. */
export function ExportScreen() {
  const { t } = useWords("export");
  const dataset = useSession((state) => state.dataset);
  const runs = useSession((state) => state.runs);
  const picked = useSession((state) => state.history.present.picked);
  const shown = useSession((state) => state.history.present.shown);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!dataset) return null;

  const withResult = [...picked, CONSENSUS, GUIDED, RULED].filter(
    (id) => runs[id]?.result?.request.dataset === dataset.id,
  );
  const detector = [chosen, shown, ...withResult].find((id) => id !== null && withResult.includes(id));
  const run = detector == null ? null : runs[detector];
  return (
    <div className={classes.screen}>
      <Title order={2} size="h3">
        {t("title")}
      </Title>
      {run?.result && detector != null ? (
        <>
          <ExportForm
            dataset={dataset}
            detector={detector}
            detectors={withResult}
            result={run.result}
            isStale={run.stale}
            onDetector={setChosen}
          />
          <Suspense fallback={null}>
            <Report dataset={dataset} detector={detector} result={run.result} isStale={run.stale} />
          </Suspense>
        </>
      ) : (
        <NoResult />
      )}
    </div>
  );
}

function NoResult() {
  const { t } = useWords("export");
  const { goTo } = useActions();
  const isOnItsWay = useSession(({ runs, history }) =>
    history.present.picked.some((id) => runs[id]?.status === "running" || runs[id]?.status === "waiting"),
  );
  return (
    <div className={classes.nothing}>
      <Text>{isOnItsWay ? t("nothing.soon") : t("nothing.yet")}</Text>
      <Button variant="default" onClick={() => goTo("explore")}>
        {t("nothing.explore")}
      </Button>
    </div>
  );
}
