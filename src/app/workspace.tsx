import { lazy, Suspense } from "react";
import { useSession } from "../state/use-session";
import classes from "./workspace.module.css";

// Charts and tables load after the start page, so that the first view stays light.
const loadExplore = () => import("./explore");
const Explore = lazy(async () => ({ default: (await loadExplore()).Explore }));
const DataPanel = lazy(async () => ({ default: (await import("../features/prepare/data-panel")).DataPanel }));
const PrepareScreen = lazy(async () => ({
  default: (await import("../features/prepare/prepare-screen")).PrepareScreen,
}));
const CompareScreen = lazy(async () => ({
  default: (await import("../features/compare/compare-screen")).CompareScreen,
}));
const ExportScreen = lazy(async () => ({ default: (await import("../features/export/export-screen")).ExportScreen }));

const screenOf = {
  data: DataPanel,
  prepare: PrepareScreen,
  explore: Explore,
  compare: CompareScreen,
  export: ExportScreen,
};

/** Fetches what the first result needs while a person still looks for their file. */
export function preloadWorkspace(): void {
  // Fetched again, with a message, when it is needed.
  const load = () => void loadExplore().catch(() => undefined);
  if ("requestIdleCallback" in window) requestIdleCallback(load, { timeout: 3000 });
  else setTimeout(load, 500);
}

/** The screen that was chosen for the open file. */
export function Workspace() {
  const screen = useSession((state) => state.viewState.screen);
  const Screen = screenOf[screen];
  return (
    <div className={classes.workspace} data-screen={screen}>
      <Suspense fallback={null}>
        <Screen />
      </Suspense>
    </div>
  );
}
