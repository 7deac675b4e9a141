import { type Block, textOf } from "./text";

/** One part of the manual under its heading; `id` is its place in the page's address. */
export type Section = {
  id: string;
  title: string;
  signal?: "go" | "stop" | "warn" | "info";
  blocks: Block[];
};
/** A chapter with the sections below it, each of which can be found by itself. */
export type Chapter = Section & { sections: Section[] };

/** What a search looks at of one section. */
export function searchedText({ title, blocks }: Section): string {
  return [title, ...blocks.map(textOf)].join("\n");
}
