import { expect, it } from "vitest";
import { quotedEdges } from "./quoted-edges";

it.each([
  ["'a','b'", 2],
  ["'it won't, 5',x", 1],
  ["a ' b,c", 0],
  [" 'a' , 'b' ", 2],
  ["it's,that's", 0],
  ["", 0],
])("in %j: %d", (body, count) => expect(quotedEdges(body, "'", [",", ";"])).toBe(count));
