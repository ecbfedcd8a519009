import { rowKindNames } from "../core/kinds/kinds";
import {
  bothOf,
  type Decoder,
  finite,
  isRecord,
  listOf,
  nullable,
  oneOf,
  recordOf,
  text,
  whole,
  wholeOf,
} from "../core/project/decoder";
import type { Recent } from "./session-state";

/** The last moment that a date can name. */
const MAX_DATE_MS = 8.64e15;
const MAX_RECENTS = 100;

const recent: Decoder<Recent> = bothOf(
  wholeOf<Pick<Recent, "fingerprint" | "name">>({ fingerprint: text(100), name: text(10_000) }),
  recordOf<Omit<Recent, "fingerprint" | "name">>({
    bytes: [finite(0), 0],
    sample: [nullable(text(100)), null],
    savedAt: [finite(0, MAX_DATE_MS), 0],
    rows: [whole(0), 0],
    columns: [whole(0), 0],
    rowKind: [oneOf(rowKindNames), "rows"],
  }),
);

const recents = listOf<Recent>((value, path, drop) => recent(upgraded(value), path, drop), MAX_RECENTS);

/** The files worked on lately, of whatever the browser kept. */
export function decodeRecents(value: unknown): readonly Recent[] {
  return recents(value, [], () => undefined) ?? [];
}

/** Up to version 0.2.0 it was said of images alone what they are, by `images: true`. */
function upgraded(value: unknown): unknown {
  if (!isRecord(value) || Object.hasOwn(value, "rowKind")) return value;
  return { ...value, rowKind: value.images === true ? "images" : "rows" };
}
