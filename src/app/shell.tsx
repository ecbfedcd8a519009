import { AppShell } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { DropAnywhere } from "../features/load/drop-anywhere";
import { ReadingBar } from "../features/load/reading-bar";
import { StartScreen } from "../features/load/start-screen";
import { useSession } from "../state/use-session";
import { CommandPalette } from "./command-palette";
import { Header } from "./header";
import classes from "./shell.module.css";
import { useShortcuts } from "./use-shortcuts";
import { preloadWorkspace, Workspace } from "./workspace";

/** The page: the start screen, or the workspace of the open file under its header. */
export function Shell() {
  const { t } = useTranslation("app");
  const isOpen = useSession((state) => state.dataset !== null);
  useShortcuts();
  useEffect(preloadWorkspace, []);
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
          <ReadingBar />
          {isOpen ? <Workspace /> : <StartScreen />}
        </AppShell.Main>
      </AppShell>
      <DropAnywhere />
      <CommandPalette />
    </>
  );
}
