import Link from "next/link";
import type { ReactNode } from "react";
import { GuillocheBand } from "@/components/ui/figures";
import { telephoneLink } from "@/lib/format/telephone";
import { currentMessages } from "@/messages";

export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      className="absolute -top-24 left-3 z-40 bg-sheet px-4 py-3 font-bold focus:top-3 print:hidden"
      href="#contenido"
    >
      {children}
    </a>
  );
}

/** The top bar: the caja's name, the state of the connection, and the signed-in person. */
export function InkBar({
  portal,
  caja,
  home,
  connection,
  search,
  children,
}: {
  portal: string;
  caja: string;
  home: string;
  /** At a counter: the caja's name with the state of the connection. */
  connection: ReactNode;
  /** At a desk of the caja: its search, in the line where there is room for it, else under it. */
  search: ReactNode;
  /** The menu of the signed-in person, or the link to sign in. */
  children: ReactNode;
}) {
  return (
    <header className="@container relative z-30 bg-bar text-white camera:hidden print:hidden">
      <div className="relative flex min-h-12 items-center @max-[18rem]:flex-wrap gap-2 has-[form[method=post]>input[type=search]]:max-md:flex-wrap pr-1 pb-1 pl-4 @max-[18rem]:pl-3">
        <Link
          className="flex min-h-11 max-w-[50%] min-w-0 sm:max-w-none flex-[1_0_auto] items-center leading-[1.15] text-white no-underline focus-visible:outline-white @max-[18rem]:max-w-none @max-[18rem]:flex-[1_1_0]"
          href={home}
          prefetch={false}
        >
          <b className="truncate text-[min(1.0625rem,4.7vw)] font-extrabold @max-[18rem]:text-md @max-[18rem]:whitespace-normal">
            {portal}
          </b>
        </Link>
        {connection ?? (
          <span className="min-w-3 flex-[0_99_auto] truncate text-xs @max-[18rem]:sr-only">{caja}</span>
        )}
        {search}
        {children}
        <GuillocheBand className="pointer-events-none absolute inset-x-0 bottom-0 h-[7px] [mask-size:30px_12px] opacity-45" />
      </div>
    </header>
  );
}

/** Shown instead of the menu to people who are not signed in. */
export function SignInLink({ children }: { children: ReactNode }) {
  return (
    <a
      className="ml-auto inline-flex min-h-11 flex-none items-center px-3 font-bold text-white"
      href="/ingresar"
    >
      {children}
    </a>
  );
}

/** The same help in the same place on every page; left out while the caja has no telephone. */
export async function HelpLine({ phone }: { phone: string }) {
  if (!phone) return null;
  const { callUs } = (await currentMessages()).common.frame;
  return (
    <aside className="border-t border-rule px-4 py-1 text-center print:hidden" aria-label={callUs}>
      {callUs}{" "}
      <a
        className="inline-flex min-h-11 items-center tabular-nums lining-nums whitespace-nowrap"
        href={telephoneLink(phone)}
      >
        {phone}
      </a>
    </aside>
  );
}

const footerLink = "inline-flex min-h-11 items-center";

export function SiteFooter({
  label,
  links,
  language,
  demonstration,
}: {
  label: string;
  links: { href: string; label: string }[];
  language: { href: string; label: string; lang: string };
  /** Says that the data are made up. */
  demonstration: string | null;
}) {
  return (
    <footer className="border-t border-rule px-4 pt-1 pb-4 text-base print:hidden">
      <nav aria-label={label}>
        <ul className="flex flex-wrap justify-center gap-x-5">
          {links.map(({ href, label: text }) => (
            <li key={href}>
              <Link className={footerLink} href={href} prefetch={false}>
                {text}
              </Link>
            </li>
          ))}
          <li>
            {/* A plain link, because it sets a cookie and the whole page must reload in the other language. */}
            <a className={footerLink} href={language.href} lang={language.lang} hrefLang={language.lang}>
              {language.label}
            </a>
          </li>
        </ul>
      </nav>
      {demonstration ? <p className="mx-auto mb-0 text-center text-ink-soft">{demonstration}</p> : null}
    </footer>
  );
}
