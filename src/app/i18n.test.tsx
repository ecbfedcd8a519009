import { MantineProvider } from "@mantine/core";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { I18nextProvider } from "react-i18next";
import { expect, it } from "vitest";
import { useNote } from "../ui/use-note";
import { useWords } from "../ui/use-words";
import { ErrorBoundary } from "./error-boundary";
import { createI18n } from "./i18n";

const Compare = () => <h2>{useWords("compare").t("title")}</h2>;
const Start = () => <p>{useWords("app").t("name")}</p>;
function Reasons() {
  const say = useNote();
  return <p>{(["role.constant", "row-kind.rows-no-time"] as const).map((code) => say({ code })).join(" ")}</p>;
}

async function show(messages: ReturnType<typeof createI18n>, late = <Compare />) {
  await act(async () => {
    render(
      <I18nextProvider i18n={messages}>
        <MantineProvider env="test">
          <Start />
          <ErrorBoundary>
            <Suspense fallback="on its way">{late}</Suspense>
          </ErrorBoundary>
        </MantineProvider>
      </I18nextProvider>,
    );
  });
}

it("says what the start page needs at once, and the rest when it has been fetched", async () => {
  let arrive: (catalogue: { title: string }) => void = () => undefined;
  const fetched: string[] = [];
  const messages = createI18n("en", (language, namespace) => {
    fetched.push(`${language} ${namespace}`);
    return new Promise((resolve) => {
      arrive = resolve;
    });
  });
  await show(messages);
  expect(screen.getByText("Anomaly Explorer")).toBeInTheDocument();
  expect(screen.getByText("on its way")).toBeInTheDocument();
  await act(async () => arrive({ title: "Side by side" }));
  expect(await screen.findByRole("heading", { name: "Side by side" })).toBeInTheDocument();
  expect(fetched).toEqual(["en compare"]);
});

it("has a reason in place of a screen whose words cannot be fetched, and tries again when asked", async () => {
  let isOffline = true;
  const messages = createI18n("en", () =>
    isOffline ? Promise.reject(new TypeError("offline")) : Promise.resolve({ title: "Side by side" }),
  );
  await show(messages);
  expect(await screen.findByRole("alert")).toHaveTextContent("This screen could not be loaded");
  expect(screen.getByText("Anomaly Explorer")).toBeInTheDocument();
  expect(screen.queryByText("title")).toBeNull();
  isOffline = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Side by side" })).toBeInTheDocument();
});

it("fetches every file of a namespace that has many", async () => {
  await show(createI18n(), <Reasons />);
  expect(await screen.findByText(/^Ignored: every row has the same value. .*no time column/)).toBeInTheDocument();
});

it("puts the reason of a failure, which has a sentence of its own, into the failure's sentence", async () => {
  const Told = () => (
    <p>{useNote()({ code: "failures.bad-network.what", values: { why: "no-weights", file: "a.bin" } })}</p>
  );
  await show(createI18n(), <Told />);
  expect(await screen.findByText("The weight file a.bin is missing. Nothing was changed.")).toBeInTheDocument();
});
