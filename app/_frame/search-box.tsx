import { SearchIcon } from "@/components/ui/icons";
import { LONGEST_SEARCH } from "@/domain/search/schema";
import { currentMessages } from "@/messages";
import { SEARCH_FIELD } from "./search-box-id";

/** The one search of the desk, in the bar of every page. It posts, so that nothing typed stands in an address. */
export async function SearchBox() {
  const { search: t } = (await currentMessages()).admin;
  return (
    <form
      method="post"
      action="/admin/buscar/enviar"
      className="order-last mb-2 flex w-full min-w-0 items-center gap-2 rounded-field bg-white/14 pl-3 md:order-none md:mx-3 md:mb-0 md:w-auto md:max-w-2xl md:flex-[3_1_16rem] [&>svg]:size-5 [&>svg]:flex-none"
    >
      <SearchIcon />
      <input
        id={SEARCH_FIELD}
        type="search"
        name="q"
        required
        maxLength={LONGEST_SEARCH}
        autoComplete="off"
        aria-label={t.label}
        aria-keyshortcuts="/"
        placeholder={t.placeholder}
        className="min-h-11 w-0 min-w-0 flex-1 border-0 bg-transparent px-1 text-base text-white placeholder:text-white/80 focus-visible:outline-white"
      />
      <button
        type="submit"
        aria-label={t.label}
        className="min-h-11 flex-none cursor-pointer rounded-field px-3 font-bold text-white hover:underline focus-visible:outline-white"
      >
        {t.submit}
      </button>
    </form>
  );
}
