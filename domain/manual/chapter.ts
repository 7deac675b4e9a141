import { type Block, textOf } from "./text";

/** A section of the manual; `id` is its anchor. */
export type Section = {
  id: string;
  title: string;
  signal?: "go" | "stop" | "warn" | "info";
  blocks: Block[];
};
/** A chapter with its sections, each of which is a search result of its own. */
export type Chapter = Section & { sections: Section[] };

/** Text of a section for the search. */
export function searchedText({ title, blocks }: Section): string {
  return [title, ...blocks.map(textOf)].join("\n");
}
