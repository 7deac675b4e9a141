"use client";

import { useEffect, useRef, useState } from "react";
import { beginningsOf, holds, marked, wordsOf } from "@/domain/manual/search";

const MARK = "buscado";

/** Filters the manual while somebody types in its search, and marks the words found. */
export function FindAsTyped({
  field,
  counts,
}: {
  /** The id of the field. */
  field: string;
  counts: { one: string; many: string; none: string };
}) {
  const status = useRef<HTMLParagraphElement>(null);
  const [statusText, setStatusText] = useState("");
  useEffect(() => {
    const input = document.getElementById(field);
    const page = status.current?.closest("main");
    if (!(input instanceof HTMLInputElement) || !page) return;
    const onInput = () => {
      let words = wordsOf(input.value);
      page.toggleAttribute("data-typing", words.length > 0);
      let count = showParts(page, words);
      if (count === 0) {
        words = beginningsOf(words);
        count = showParts(page, words);
      }
      markWords(page, words);
      setStatusText(words.length === 0 ? "" : countedWords(counts, count));
    };
    input.addEventListener("input", onInput);
    return () => input.removeEventListener("input", onInput);
  }, [field, counts]);
  return (
    <p ref={status} role="status" className="min-h-6 text-hint text-ink-soft">
      {statusText}
    </p>
  );
}

function countedWords(
  { one, many, none }: { one: string; many: string; none: string },
  count: number,
): string {
  if (count === 0) return none;
  return count === 1 ? one : many.replace("#", String(count));
}

/** Shows the sections that contain all the words, with their chapters. Returns how many there are. */
function showParts(page: HTMLElement, words: readonly string[]): number {
  let count = 0;
  for (const chapter of page.querySelectorAll<HTMLElement>("[data-part]:not([data-part] [data-part])")) {
    const sections = [...chapter.querySelectorAll<HTMLElement>("[data-part]")];
    let shown = 0;
    for (const section of sections) {
      section.hidden = !holds(section.textContent ?? "", words);
      if (!section.hidden) shown += 1;
    }
    const own = holds(ownText(chapter), words);
    chapter.hidden = !own && shown === 0;
    count += shown + (own ? 1 : 0);
  }
  return count;
}

/** Text of a chapter without its sections. */
function ownText(chapter: HTMLElement): string {
  return [...chapter.children]
    .filter((child) => !(child instanceof HTMLElement && "part" in child.dataset))
    .map((child) => child.textContent)
    .join("\n");
}

/** Marks the words with the CSS Custom Highlight API, where the browser has it. */
function markWords(page: HTMLElement, words: readonly string[]): void {
  if (!("highlights" in CSS)) return;
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest("[data-part]:not([hidden])")
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  );
  if (words.length > 0)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      let at = 0;
      for (const { text, hit } of marked(node.textContent ?? "", words)) {
        if (hit) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + text.length);
          ranges.push(range);
        }
        at += text.length;
      }
    }
  CSS.highlights.set(MARK, new Highlight(...ranges));
}
