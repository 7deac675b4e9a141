import type { ReactNode } from "react";
import { FilterForm } from "@/components/form/filter-form";
import { Page } from "@/components/layout/page";
import { Empty } from "@/components/ui/empty";
import type { Chapter } from "@/domain/manual/chapter";
import { beginningsOf, wordsOf } from "@/domain/manual/search";
import { manualVersion } from "@/domain/manual/version";
import { longDate } from "@/lib/format/date";
import { queryText } from "@/lib/http/query";
import { currentLanguage, currentMessages } from "@/messages";
import { FindAsTyped } from "./find-as-typed";
import { countFound, ManualChapters } from "./manual-chapters";

export type ManualQuery = Promise<Record<string, string | string[] | undefined>>;

/** One part of the manual: its version, its search, its contents and its chapters. */
export async function ManualPage({
  path,
  title,
  chapters,
  query,
  other,
  children,
}: {
  path: string;
  title: string;
  chapters: readonly Chapter[];
  query: ManualQuery;
  /** Link to the other part. */
  other: { href: string; label: string; hint?: string };
  /** Content at the end of the page. */
  children?: ReactNode;
}) {
  const [{ manual }, language, params] = await Promise.all([currentMessages(), currentLanguage(), query]);
  const typed = queryText(params.buscar);
  const words = wordsOf(typed);
  const sought = countFound(chapters, words) > 0 ? words : beginningsOf(words);
  const count = countFound(chapters, sought);
  const { one, many, none } = manual.inParts;
  return (
    <Page title={title}>
      <p className="text-hint text-ink-soft">
        {manual.version(manualVersion.number, longDate(manualVersion.day, language))}
      </p>
      <p>
        <a className="inline-flex min-h-11 items-center" href="/ayuda/pdf">
          {manual.pdf}
        </a>
      </p>
      <FilterForm path={path} submit={manual.find} className="print:hidden">
        <label className="block font-semibold" htmlFor="buscar">
          {manual.search}
        </label>
        <input
          id="buscar"
          name="buscar"
          type="search"
          maxLength={100}
          defaultValue={typed}
          autoComplete="off"
          className="mb-3 min-h-14 w-full max-w-[34em] rounded-field border-2 border-line bg-sheet px-3 text-ink"
        />
        <FindAsTyped field="buscar" counts={{ one, many, none }} />
      </FilterForm>
      {sought.length > 0 ? (
        <>
          {count === 0 ? (
            <Empty title={none}>{manual.noneAdvice}</Empty>
          ) : (
            <p>{count === 1 ? one : many.replace("#", String(count))}</p>
          )}
          <p>
            <a className="inline-flex min-h-11 items-center" href={path}>
              {manual.everything}
            </a>
          </p>
        </>
      ) : (
        <nav aria-labelledby="contenido-titulo" className="in-data-typing:hidden print:hidden">
          <h2 id="contenido-titulo">{manual.contents}</h2>
          <ol className="mb-4 list-decimal pl-[1.7rem] marker:text-ink-soft">
            {chapters.map((chapter) => (
              <li key={chapter.id}>
                <a className="inline-flex min-h-11 items-center" href={`#${chapter.id}`}>
                  {chapter.title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <ManualChapters chapters={chapters} sought={sought} manual={manual} />
      {children}
      <p className="mt-6">
        <a className="inline-flex min-h-11 items-center" href={other.href}>
          {other.label}
        </a>
        {other.hint ? <span className="block text-hint text-ink-soft">{other.hint}</span> : null}
      </p>
    </Page>
  );
}
