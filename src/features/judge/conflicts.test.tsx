import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { paymentsCsv } from "../../testing/small-payments";
import { renderReal } from "../../testing/real-screen";
import { MarksMenu } from "./marks-menu";

it("lists the rows of which two people say otherwise, and takes what the other one says", async () => {
  const { user, session } = await renderReal(<MarksMenu />, paymentsCsv());
  const verdictOf = (row: number) => session.store.getState().marked.byRow.get(row)?.verdict;
  await session.actions.mark([1, 2, 3], { verdict: "anomaly" });
  const keys = session.store.getState().history.present.marks.map(({ row }) => row);
  const theirs = ["not-anomaly", "unsure", "anomaly"].map((verdict, at) => `${keys[at]},${verdict},,,Ann,`);
  await user.click(screen.getByRole("button", { name: "Marks" }));
  await user.upload(
    document.querySelector<HTMLInputElement>("input[type=file]")!,
    new File([["key,mark,note,tags,by,at", ...theirs, ""].join("\n")], "ann.csv"),
  );
  const listed = await screen.findByRole("group", { name: "Rows of which you say otherwise" });
  expect(within(listed).getByText("you: Anomaly; they: Not an anomaly")).toBeVisible();
  await user.click(within(listed).getByRole("button", { name: "Row 3" }));
  expect(session.store.getState().viewState.selectedRow).toBe(2);
  await user.click(within(listed).getAllByRole("button", { name: "Take theirs" })[0]!);
  await waitFor(() => expect(verdictOf(1)).toBe("not-anomaly"));
  expect([verdictOf(2), verdictOf(3)]).toEqual(["anomaly", "anomaly"]);
  expect(within(listed).queryByRole("button", { name: "Row 2" })).not.toBeInTheDocument();
});
