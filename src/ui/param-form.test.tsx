import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it, vi } from "vitest";
import { defaultsOf, type AnyParamValues, type ParamSchema } from "../core/detect/param-schema";
import { wholeCatalogue } from "../testing/whole-catalogue";
import { ParamForm } from "./param-form";

const schema: ParamSchema = {
  trees: {
    kind: "integer",
    label: "Trees",
    help: "More are steadier.",
    default: 100,
    min: 10,
    max: 1000,
    scale: "log",
    main: true,
  },
  share: { kind: "number", label: "Share", help: "Of the rows.", default: 0.5, min: 0, max: 1, step: 0.1, main: true },
  combine: {
    kind: "choice",
    label: "Combine",
    help: "How columns add up.",
    default: "max",
    options: ["max", "mean"],
    main: true,
  },
  measure: {
    kind: "choice",
    label: "Measure",
    help: "How far is far.",
    default: "euclidean distance",
    options: ["euclidean distance", "manhattan distance"],
    main: true,
  },
  limited: { kind: "toggle", label: "Limit depth", help: "Stops early.", default: false, main: true },
  depth: {
    kind: "integer",
    label: "Depth",
    help: "Deepest threshold.",
    default: 8,
    min: 1,
    max: 20,
    main: true,
    when: { param: "limited", is: true },
  },
  bootstrap: { kind: "toggle", label: "Repeat rows", help: "Draws with return.", default: false },
};

const actor = () => userEvent.setup({ delay: null });

function renderForm(start: AnyParamValues = defaultsOf(schema)) {
  const spies = { onChange: vi.fn(), onReset: vi.fn(), onSettle: vi.fn() };
  function Held() {
    const [values, setValues] = useState(start);
    return (
      <ParamForm
        schema={schema}
        values={values}
        onChange={(change) => {
          spies.onChange(change);
          setValues({ ...values, ...change });
        }}
        onReset={spies.onReset}
        onSettle={spies.onSettle}
        translate={(path, fallback) => (path === "params.combine.options.max" ? "strongest" : fallback)}
      />
    );
  }
  render(
    <I18nextProvider i18n={wholeCatalogue()}>
      <MantineProvider env="test">
        <Held />
      </MantineProvider>
    </I18nextProvider>,
  );
  return spies;
}

describe("a control per kind", () => {
  it("types an integer and refuses what the schema does not allow", async () => {
    const { onChange, onSettle } = renderForm();
    const entry = screen.getByRole("textbox", { name: "Trees" });
    await actor().clear(entry);
    await actor().type(entry, "5000");
    expect(onChange.mock.calls.map(([change]: unknown[]) => change)).toEqual([{ trees: 50 }, { trees: 500 }]);
    await actor().tab();
    expect(onChange).toHaveBeenLastCalledWith({ trees: 1000 });
    expect(onSettle).toHaveBeenCalled();
    expect(entry).toHaveValue("1000");
  });

  it("moves a slider by keyboard", async () => {
    const { onChange } = renderForm();
    const slider = screen.getByRole("slider", { name: "Trees, slider" });
    expect(slider).toHaveAttribute("aria-valuetext", "100");
    slider.focus();
    await actor().keyboard("{ArrowRight}");
    expect(onChange).toHaveBeenLastCalledWith({ trees: 110 });
    await actor().keyboard("{End}");
    expect(onChange).toHaveBeenLastCalledWith({ trees: 1000 });
  });

  it("moves a number by its step", async () => {
    const { onChange } = renderForm();
    screen.getByRole("slider", { name: "Share, slider" }).focus();
    await actor().keyboard("{ArrowLeft}");
    expect(onChange).toHaveBeenLastCalledWith({ share: 0.4 });
  });

  it("offers short options side by side, in the words of the catalogue", async () => {
    const { onChange } = renderForm();
    expect(screen.getByRole("radio", { name: "strongest" })).toBeChecked();
    await actor().click(screen.getByRole("radio", { name: "mean" }));
    expect(onChange).toHaveBeenLastCalledWith({ combine: "mean" });
  });

  it("offers long options in a list", async () => {
    const { onChange } = renderForm();
    await actor().click(screen.getByRole("combobox", { name: "Measure" }));
    await actor().click(screen.getByRole("option", { name: "manhattan distance", hidden: true }));
    expect(onChange).toHaveBeenLastCalledWith({ measure: "manhattan distance" });
  });

  it("switches a toggle and tells its help", async () => {
    const { onChange } = renderForm();
    const toggle = screen.getByRole("switch", { name: "Limit depth" });
    expect(toggle).toHaveAccessibleDescription("Stops early.");
    await actor().click(toggle);
    expect(onChange).toHaveBeenLastCalledWith({ limited: true });
  });
});

it("shows a parameter only when the one it depends on says so", async () => {
  renderForm();
  expect(screen.queryByRole("textbox", { name: "Depth" })).not.toBeInTheDocument();
  await actor().click(screen.getByRole("switch", { name: "Limit depth" }));
  expect(screen.getByRole("textbox", { name: "Depth" })).toBeInTheDocument();
});

it("folds away what matters less", async () => {
  renderForm();
  expect(screen.queryByRole("switch", { name: "Repeat rows" })).not.toBeInTheDocument();
  const fold = screen.getByRole("button", { name: "1 more setting" });
  expect(fold).toHaveAttribute("aria-expanded", "false");
  await actor().click(fold);
  expect(screen.getByRole("switch", { name: "Repeat rows" })).toBeInTheDocument();
});

it("says when something folded away was changed", () => {
  renderForm({ ...defaultsOf(schema), bootstrap: true });
  expect(screen.getByRole("button", { name: "More settings, 1 changed" })).toBeInTheDocument();
});

it("leads back to a default, and to all of them", async () => {
  const { onChange, onReset } = renderForm({ ...defaultsOf(schema), trees: 300 });
  const back = screen.getByRole("button", { name: "Trees: back to 100" });
  await actor().click(screen.getByRole("button", { name: "Back to the defaults" }));
  expect(onReset).toHaveBeenCalledOnce();
  await actor().click(back);
  expect(onChange).toHaveBeenLastCalledWith({ trees: 100 });
  expect(within(document.body).queryByRole("button", { name: "Trees: back to 100" })).not.toBeInTheDocument();
});
