import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Layout } from "../axis/layout";
import { Marks } from "./marks";

const layout: Layout = { left: 0, top: 0, plotWidth: 100, plotHeight: 50, width: 100, height: 50 };

it("draws rings around points that lie somewhere, and none around an infinite one", () => {
  const { container, rerender } = render(
    <Marks layout={layout} selected={{ x: 10, y: 20 }} hovered={{ x: 1, y: 2 }} box={null} />,
  );
  expect(container.querySelectorAll("circle")).toHaveLength(3);
  rerender(<Marks layout={layout} selected={{ x: 10, y: -Infinity }} hovered={{ x: NaN, y: 2 }} box={null} tall />);
  expect(container.querySelectorAll("circle, line")).toHaveLength(0);
});
