import type { SchemaElement } from "hyparquet";
import { badParquet } from "./bad-parquet";

/** A column of a Parquet file: a field that holds values, at the end of a path of groups. */
export interface Leaf {
  /** As a person would call it: `place.x`, without the groups that only make a list of it. */
  readonly name: string;
  readonly path: readonly string[];
  readonly element: SchemaElement;
  /** The level of a value that is there; fewer: it, or a group around it, is null. 0: every value is there. */
  readonly maxDefinition: number;
  /** Lists around it: 0 where a row has one value. */
  readonly lists: number;
  /** It is a part of something that only a program for it understands. */
  readonly isInVariant: boolean;
}

interface Around {
  readonly names: readonly string[];
  readonly path: readonly string[];
  readonly maxDefinition: number;
  readonly lists: number;
  /** The group is the one that repeats in a list: it and its only field have names of their own, which nobody gave. */
  readonly isWrapper: boolean;
  readonly isInVariant: boolean;
}

const MAX_DEPTH = 60;

/**
 * The columns of a schema, in the order of the file.
 *
 * @throws Failure `bad-format` where the tree does not fit together
 */
export function leavesOf(schema: readonly SchemaElement[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let next = 0;
  const root = schema[next++];
  if (!root) throw badParquet("broken", "no schema");
  const around = { names: [], path: [], maxDefinition: 0, lists: 0, isWrapper: false, isInVariant: false };
  walk(root.num_children ?? 0, around, false, 0);
  return leaves;

  function walk(children: number, group: Around, isList: boolean, depth: number): void {
    if (depth > MAX_DEPTH) throw badParquet("unsupported", "groups too deep");
    for (let i = 0; i < children; i++) {
      const element = schema[next++];
      if (!element) throw badParquet("broken", "fields are missing in the schema");
      const inner = within(group, element, isList, children);
      if (element.num_children === undefined || element.type !== undefined) leaves.push(leafOf(element, inner));
      else walk(element.num_children, inner, saysList(element), depth + 1);
    }
  }
}

function within(group: Around, element: SchemaElement, isList: boolean, siblings: number): Around {
  const repeats = element.repetition_type === "REPEATED";
  const isGroup = element.num_children !== undefined;
  const isWrapper = isList && repeats;
  const isNameless = isWrapper || (group.isWrapper && siblings === 1);
  return {
    names: isNameless ? group.names : [...group.names, element.name],
    path: [...group.path, element.name],
    maxDefinition: group.maxDefinition + (element.repetition_type === "REQUIRED" ? 0 : 1),
    lists: group.lists + (repeats ? 1 : 0),
    isWrapper: isWrapper && isGroup,
    isInVariant: group.isInVariant || element.logical_type?.type === "VARIANT",
  };
}

function leafOf(element: SchemaElement, { names, isWrapper: _, ...place }: Around): Leaf {
  return { name: names.join("."), element, ...place };
}

function saysList({ converted_type, logical_type }: SchemaElement): boolean {
  const says = logical_type?.type ?? converted_type ?? "";
  return says === "LIST" || says === "MAP" || says === "MAP_KEY_VALUE";
}
