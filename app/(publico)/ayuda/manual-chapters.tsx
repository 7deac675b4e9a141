import { Tag } from "@/components/ui/tag";
import { type Chapter, type Section, searchedText } from "@/domain/manual/chapter";
import { holds } from "@/domain/manual/search";
import type { Messages } from "@/messages/es-CO";
import { ManualBlocks, Marked } from "./manual-blocks";

type Words = readonly string[];

const found = (section: Section, sought: Words) => holds(searchedText(section), sought);

/** How many sections of the manual match the search. */
export function countFound(chapters: readonly Chapter[], sought: Words): number {
  return chapters
    .flatMap((chapter) => [chapter, ...chapter.sections])
    .filter((section) => found(section, sought)).length;
}

/**
 * The chapters. Those that do not match are hidden instead of left out, so that another search in the browser
 * can show them.
 */
export function ManualChapters({
  chapters,
  sought,
  manual,
}: {
  chapters: readonly Chapter[];
  sought: Words;
  manual: Messages["manual"];
}) {
  return chapters.map((chapter) => {
    const own = found(chapter, sought);
    const below = chapter.sections.filter((section) => found(section, sought));
    return (
      <section
        key={chapter.id}
        id={chapter.id}
        aria-labelledby={`${chapter.id}-titulo`}
        hidden={!own && below.length === 0}
        data-part=""
      >
        <h2 id={`${chapter.id}-titulo`}>
          <Marked text={chapter.title} sought={sought} />
        </h2>
        <ManualBlocks blocks={chapter.blocks} sought={sought} pictures={manual.pictures} />
        {chapter.sections.map((section) => (
          <section key={section.id} id={section.id} hidden={!below.includes(section)} data-part="">
            <h3>
              <Marked text={section.title} sought={sought} />
            </h3>
            {section.signal ? (
              <p>
                <Tag signal={section.signal}>{manual.signals[section.signal]}</Tag>
              </p>
            ) : null}
            <ManualBlocks blocks={section.blocks} sought={sought} pictures={manual.pictures} />
          </section>
        ))}
      </section>
    );
  });
}
