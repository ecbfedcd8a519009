import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { i18n } from "i18next";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import type { Session } from "../state/session";
import { SessionProvider } from "../state/use-session";

/** Renders a screen over a session, with words and without transitions. */
export function showScreen(screen: ReactNode, session: Session, messages: i18n): void {
  render(
    <I18nextProvider i18n={messages}>
      <MantineProvider env="test">
        <SessionProvider session={session}>{screen}</SessionProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
}
