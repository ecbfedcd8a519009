import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { createInlineEngine } from "../engine/inline";
import { pageStorage } from "../state/guarded-storage";
import { createSession } from "../state/session";
import { showScreen } from "../testing/show-screen";
import { useWords } from "../ui/use-words";
import { createI18n } from "./i18n";
import { languageFor } from "./language";
import { LanguageMenu } from "./language-menu";

const Page = () => (
  <>
    <LanguageMenu />
    <p>{useWords("app").t("undo")}</p>
  </>
);

it("speaks what is chosen at once, and on the next visit", async () => {
  const storage = pageStorage();
  await act(async () =>
    showScreen(
      <Page />,
      createSession({ engine: createInlineEngine(), storage }),
      createI18n(languageFor(storage, [])),
    ),
  );
  expect(screen.getByText("Undo")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Language" }));
  expect(await screen.findByRole("menuitemradio", { name: "English" })).toBeChecked();
  await userEvent.click(screen.getByRole("menuitemradio", { name: "简体中文" }));
  expect(await screen.findByText("撤销")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "语言" })).toBeInTheDocument();
  await waitFor(() => expect(languageFor(storage, ["en"])).toBe("zh"));
});
