import { expect, it } from "vitest";
import { sightOf, withSight, type Sight } from "./sight";

const errors = (at: number, ...values: number[]): Sight => ({ kind: "errors", at, errors: Float32Array.from(values) });
const stopped: Sight = { kind: "stopped", at: 9, kept: 5, of: 10, why: "no-better" };

it("keeps one sight of each kind, the newest", () => {
  const sights = [errors(1, 4), stopped, errors(2, 3)].reduce<readonly Sight[]>(withSight, []);
  expect(sights.map(({ kind }) => kind)).toEqual(["stopped", "errors"]);
  expect(sightOf(sights, "errors")?.at).toBe(2);
  expect(sightOf(sights, "stopped")).toBe(stopped);
  expect(sightOf(sights, "layout")).toBeUndefined();
});

it("remembers the first errors, also across two bundles of sights", () => {
  const bundle = [errors(3, 2), errors(4, 1)].reduce<readonly Sight[]>(withSight, []);
  const sights = [errors(1, 4), errors(2, 3), ...bundle].reduce<readonly Sight[]>(withSight, []);
  expect(sightOf(sights, "errors")).toMatchObject({ at: 4, first: { at: 1, errors: Float32Array.of(4) } });
});

it("forgets them when the training starts again", () => {
  const sights = [errors(1, 4), errors(500, 3), errors(1, 5)].reduce<readonly Sight[]>(withSight, []);
  expect(sightOf(sights, "errors")).toEqual(errors(1, 5));
});
