import { AppShell } from "@mantine/core";
import { Suspense } from "react";
import { DropAnywhere } from "../features/load/drop-anywhere";
import { useLaunchedFiles } from "../features/load/use-launched-files";
import { ReadingBar } from "../features/load/reading-bar";
import { StartScreen } from "../features/load/start-screen";
import { useSession } from "../state/use-session";
import { late } from "../ui/late";
import { useWords } from "../ui/use-words";
import { FetchedQuietly } from "./fetched-quietly";
import { Header } from "./header";
import { Palette } from "./palette";
import classes from "./shell.module.css";
import { useAfterPaint } from "./use-after-paint";
import { useShortcuts } from "./use-shortcuts";
import { usePreloadedWorkspace, Workspace } from "./workspace";

const KeptList = late(async () => (await import("../features/keep/kept-list")).KeptList);
const KeptOnStart = late(async () => (await import("../features/detect/kept-on-start")).KeptOnStart);
const ScoredFiles = late(async () => (await import("../features/detect/scored-files")).ScoredFiles);
const OfferPanel = late(async () => (await import("../features/keep/offer-panel")).OfferPanel);
const NewVersion = late(async () => (await import("./new-version")).NewVersion);
const ToyDialog = late(async () => (await import("../features/learn/toy-dialog")).ToyDialog);
const Announcements = late(async () => (await import("./announcements")).Announcements);

/** The page: the start screen, or the workspace of the open file under its header. */
export function Shell() {
  const { t } = useWords("app");
  const isOpen = useSession((state) => state.dataset !== null);
  const isPainted = useAfterPaint();
  useShortcuts();
  useLaunchedFiles();
  usePreloadedWorkspace(isPainted);
  return (
    <>
      <a className={classes.skip} href="#main">
        {t("skip")}
      </a>
      <AppShell header={{ height: 52 }} padding={0}>
        <AppShell.Header>
          <Header />
        </AppShell.Header>
        <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
          <Suspense fallback={null}>
            <ReadingBar />
          </Suspense>
          {isPainted && (
            <FetchedQuietly>
              <NewVersion />
              <OfferPanel />
            </FetchedQuietly>
          )}
          <Suspense fallback={null}>{isOpen ? <Workspace /> : <StartScreen kept={isPainted && <Kept />} />}</Suspense>
        </AppShell.Main>
      </AppShell>
      <DropAnywhere />
      {isPainted && (
        <>
          <FetchedQuietly>
            <Announcements />
          </FetchedQuietly>
          <FetchedQuietly>
            <ScoredFiles />
          </FetchedQuietly>
          <FetchedQuietly>
            <ToyDialog />
          </FetchedQuietly>
          <FetchedQuietly>
            <Palette />
          </FetchedQuietly>
        </>
      )}
    </>
  );
}

function Kept() {
  return (
    <FetchedQuietly>
      <KeptList />
      <KeptOnStart />
    </FetchedQuietly>
  );
}
