import { act, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { expect, it } from "vitest";
import { ErrorBoundary } from "../app/error-boundary";
import { wholeCatalogue } from "../testing/whole-catalogue";
import { I18nextProvider } from "react-i18next";
import { MantineProvider } from "@mantine/core";
import userEvent from "@testing-library/user-event";
import { fetchAhead, late } from "./late";

const Arrived = ({ name }: { readonly name: string }) => <p>{name} is here</p>;

it("is fetched once, when it is first drawn", async () => {
  let fetches = 0;
  const Part = late(() => {
    fetches++;
    return Promise.resolve(Arrived);
  });
  expect(fetches).toBe(0);
  await act(async () => {
    render(
      <Suspense fallback="on its way">
        <Part name="one" />
        <Part name="two" />
      </Suspense>,
    );
  });
  expect(screen.getByText("one is here")).toBeInTheDocument();
  expect(screen.getByText("two is here")).toBeInTheDocument();
  expect(fetches).toBe(1);
});

it("says that it could not be fetched, and tries again when asked", async () => {
  let isOffline = true;
  const Part = late(() => (isOffline ? Promise.reject(new TypeError("offline")) : Promise.resolve(Arrived)));
  await act(async () => {
    render(
      <I18nextProvider i18n={wholeCatalogue()}>
        <MantineProvider env="test">
          <p>the other screens</p>
          <ErrorBoundary>
            <Suspense fallback="on its way">
              <Part name="a screen" />
            </Suspense>
          </ErrorBoundary>
        </MantineProvider>
      </I18nextProvider>,
    );
  });
  expect(await screen.findByRole("alert")).toHaveTextContent("This screen could not be loaded");
  expect(screen.getByText("the other screens")).toBeInTheDocument();

  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("This screen could not be loaded");

  isOffline = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("a screen is here")).toBeInTheDocument();
});

it("fetches again when it is needed what could not be fetched beforehand", async () => {
  let fetches = 0;
  const Part = late(() => (fetches++ === 0 ? Promise.reject(new TypeError("offline")) : Promise.resolve(Arrived)));
  await act(async () => Part.preload());
  await act(async () => {
    render(
      <Suspense fallback="on its way">
        <Part name="a screen" />
      </Suspense>,
    );
  });
  expect(screen.getByText("a screen is here")).toBeInTheDocument();
});

it("fetches ahead what is nested in what arrives, and leaves what fails for when it is needed", async () => {
  let isOffline = true;
  const fetched: string[] = [];
  late(async () => {
    fetched.push("screen");
    late(async () => {
      fetched.push("part of it");
      return Arrived;
    });
    return Arrived;
  });
  const Lost = late(() => (isOffline ? Promise.reject(new TypeError("offline")) : Promise.resolve(Arrived)));
  await act(() => fetchAhead());
  expect(fetched).toEqual(["screen", "part of it"]);
  await act(() => fetchAhead());
  expect(fetched).toEqual(["screen", "part of it"]);

  isOffline = false;
  await act(async () => {
    render(
      <Suspense fallback="on its way">
        <Lost name="a screen" />
      </Suspense>,
    );
  });
  expect(screen.getByText("a screen is here")).toBeInTheDocument();
});
