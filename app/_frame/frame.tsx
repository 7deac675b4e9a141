import Link from "next/link";
import type { ReactNode } from "react";
import { GuillocheBand } from "@/components/ui/figures";
import { telephoneLink } from "@/lib/format/telephone";
import { currentMessages } from "@/messages";
import { AccountMenu } from "./account-menu";

export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      className="absolute -top-24 left-3 z-30 bg-sheet px-4 py-3 font-bold focus:top-3 print:hidden"
      href="#contenido"
    >
      {children}
    </a>
  );
}

/** The ink bar on top: whose house this is, and who is in it. */
export function InkBar({
  portal,
  caja,
  home,
  personName,
  device,
  connection,
}: {
  portal: string;
  caja: string;
  home: string;
  personName: string | null;
  device: { href: string; label: string; name: string } | null;
  /** At a counter: whether there is internet. */
  connection: ReactNode;
}) {
  return (
    <header className="relative flex flex-wrap items-center gap-x-4 bg-bar px-4 pt-[0.3rem] pb-4 text-white camera:hidden print:hidden">
      <div className="min-w-0 flex-[1_1_7rem]">
        <Link
          className="flex min-h-12 min-w-0 flex-col justify-center leading-[1.2] text-white no-underline wrap-anywhere"
          href={home}
          prefetch={false}
        >
          <b className="text-[1.25rem] font-extrabold">{portal}</b> <span className="text-sm">{caja}</span>
        </Link>
        {connection}
      </div>
      <AccountMenu name={personName} device={device} />
      <GuillocheBand className="pointer-events-none absolute inset-x-0 bottom-px h-3.5 opacity-40" />
    </header>
  );
}

export function DemonstrationBanner({ children }: { children: ReactNode }) {
  return (
    <aside
      className="border-b border-rule bg-indigo-soft px-4 py-[0.3rem] text-base camera:hidden print:hidden"
      aria-label="Demo"
    >
      {children}
    </aside>
  );
}

/** The same help in the same place on every page; left out while no phone is known. */
export async function HelpLine({ phone }: { phone: string }) {
  if (!phone) return null;
  const { callUs } = (await currentMessages()).common.frame;
  return (
    <aside className="border-t border-rule px-4 py-3 text-center print:hidden" aria-label={callUs}>
      {callUs}{" "}
      <a className="tabular-nums lining-nums whitespace-nowrap" href={telephoneLink(phone)}>
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
}: {
  label: string;
  links: { href: string; label: string }[];
  language: { href: string; label: string; lang: string };
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
            {/* A plain link: a cookie is set and the whole page comes again in the other language. */}
            <a className={footerLink} href={language.href} lang={language.lang} hrefLang={language.lang}>
              {language.label}
            </a>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
