import { Suspense, useEffect } from "react";
import { fetchCatalogue } from "../state/catalogue";
import { useSession } from "../state/use-session";
import { fetchAhead, late } from "../ui/late";
import { useWords } from "../ui/use-words";
import { ErrorBoundary } from "./error-boundary";
import { NAMESPACES } from "./i18n";
import classes from "./workspace.module.css";

// Charts and tables load after the start page, so that the first view stays light.
const Explore = late(async () => (await import("./explore")).Explore);
const RowKinds = late(async () => (await import("./row-kinds")).RowKinds);
const DataPanel = late(async () => (await import("../features/prepare/data-panel")).DataPanel);
const PrepareScreen = late(async () => (await import("../features/prepare/prepare-screen")).PrepareScreen);
const Compare = late(async () => (await import("./compare")).Compare);
const ExportScreen = late(async () => (await import("../features/export/export-screen")).ExportScreen);

const screenOf = {
  data: DataPanel,
  prepare: PrepareScreen,
  explore: Explore,
  compare: Compare,
  export: ExportScreen,
};

/** What is said while a file is read, and by the first result of it. */
const FIRST_CATALOGUES = [
  "notes",
  "failures",
  "ui",
  "detectors",
  "prepare",
  "detect",
  "inspect",
  "charts",
  "stability",
];

/** Fetches what the first result needs while a person still looks for their file. */
export function usePreloadedWorkspace(isPainted: boolean): void {
  const { i18n } = useWords("app");
  useEffect(() => {
    if (!isPainted) return;
    void i18n.loadNamespaces(FIRST_CATALOGUES);
    // Whoever opens a file asks for it again, and is told.
    void fetchCatalogue().catch(() => undefined);
    Explore.preload();
    RowKinds.preload();
  }, [isPainted, i18n]);
}

/** Fetches all that screens show and say once the first result is there, whatever the rows are: the next file may be of another kind. */
function useOtherScreens(): void {
  const { i18n } = useWords("app");
  const hasResult = useSession((state) => Object.values(state.runs).some(({ result }) => result !== null));
  useEffect(() => {
    if (!hasResult) return;
    void i18n.loadNamespaces(NAMESPACES);
    void fetchAhead();
  }, [hasResult, i18n]);
}

/** The screen that was chosen for the open file. */
export function Workspace() {
  useOtherScreens();
  const screen = useSession((state) => state.viewState.screen);
  const tableNumber = useSession((state) => state.tableNumber);
  const Screen = screenOf[screen];
  return (
    <div className={classes.workspace} data-screen={screen}>
      <ErrorBoundary key={`${screen} ${tableNumber}`}>
        <Suspense fallback={null}>
          <RowKinds>
            <Screen />
          </RowKinds>
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
