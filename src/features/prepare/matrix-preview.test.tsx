import { act, screen, within } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { CONSENSUS } from "../../core/detect/run-key";
import { Failure } from "../../core/data/failure";
import type { MatrixPreview as Matrix } from "../../engine/protocol";
import type { FakeAnswer } from "../../testing/fake-engine";
import { giveElementsASize } from "../../testing/give-elements-a-size";
import { cardOf, fakeEngine, renderOpen } from "../../testing/open-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { MatrixPreview } from "./matrix-preview";

const columns = [cardOf("amount"), cardOf("country")];
const matrix: Matrix = {
  features: [
    { name: "amount", column: 0 },
    { name: "country = FR", column: 1 },
  ],
  rows: [[1.25, 0]],
  origin: [6],
  rowCount: 990,
  dropped: 10,
  notes: [],
};

beforeAll(giveElementsASize);

it("shows the first rows of the matrix with the columns that features come from", async () => {
  await renderOpen(
    wholeCatalogue(),
    <MatrixPreview />,
    fakeEngine(columns, { preview: () => Promise.resolve(matrix) }),
  );
  const table = await screen.findByRole("table", { name: "What the detectors see" });
  expect(within(table).getByRole("columnheader", { name: /^country = FR\s*from country$/ })).toBeInTheDocument();
  expect(within(table).getByRole("rowheader", { name: "7" })).toBeInTheDocument();
  expect(screen.getByText(/990 rows, 2 features. 10 rows are left out/)).toBeInTheDocument();
});

it("asks again when the recipe changes", async () => {
  const asked: boolean[] = [];
  const preview: Parameters<typeof fakeEngine>[1] = {
    preview: ({ recipe }) => {
      asked.push(recipe.columns[0]?.log ?? false);
      return Promise.resolve(matrix);
    },
  };
  const session = await renderOpen(wholeCatalogue(), <MatrixPreview />, fakeEngine(columns, preview));
  await screen.findByRole("table");
  session.actions.setColumns([0], { log: true });
  await expect.poll(() => asked).toEqual([false, true]);
});

it("says what to do when no column is left to look at", async () => {
  const preview = () => Promise.reject(new Failure({ code: "no-features" }));
  await renderOpen(wholeCatalogue(), <MatrixPreview />, fakeEngine(columns, { preview }));
  expect(await screen.findByText(/On the Prepare screen, give at least one/)).toBeInTheDocument();
});

it("shows of a consensus what the first detector that counts in it sees", async () => {
  const asked: string[] = [];
  const preview: FakeAnswer<"preview"> = ({ detector }) => {
    asked.push(detector);
    return Promise.resolve(matrix);
  };
  const session = await renderOpen(wholeCatalogue(), <MatrixPreview />, fakeEngine(columns, { preview }));
  await screen.findByRole("table");
  act(() => session.actions.setMember("isolation-forest", false));
  act(() => session.actions.show(CONSENSUS));
  await expect.poll(() => asked).toEqual(["isolation-forest", "robust-z"]);
  expect(screen.getByText(/Robust z/)).toBeInTheDocument();
  expect(screen.queryByText("Something went wrong here")).not.toBeInTheDocument();
});
