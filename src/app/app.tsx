import "@mantine/core/styles.css";
import "../charts/palette.css";
import "./global.css";
import { MantineProvider } from "@mantine/core";
import type { i18n } from "i18next";
import { I18nextProvider } from "react-i18next";
import type { Session } from "../state/session";
import { SessionProvider } from "../state/use-session";
import { ErrorBoundary } from "./error-boundary";
import { Shell } from "./shell";
import { cssVariables, theme } from "./theme";

/** Everything on the page, around one session. */
export function App({ session, messages }: { readonly session: Session; readonly messages: i18n }) {
  return (
    <I18nextProvider i18n={messages}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <SessionProvider session={session}>
          <ErrorBoundary>
            <Shell />
          </ErrorBoundary>
        </SessionProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
