import Link from "next/link";
import type { ReactNode } from "react";
import { telephoneLink } from "@/lib/format/telephone";
import { AccountMenu } from "./account-menu";

export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a className="skip-link" href="#contenido">
      {children}
    </a>
  );
}

/** The ink bar on top: whose house this is, and who is in it. */
export function InkBar({
  caja,
  home,
  personName,
  device,
  connection,
  words,
}: {
  caja: string;
  home: string;
  personName: string | null;
  device: { href: string; label: string; name: string } | null;
  /** At a counter: whether there is internet. */
  connection: ReactNode;
  words: { product: string; signIn: string; signOut: string };
}) {
  return (
    <header className="ink-bar">
      <div className="brand-row">
        <Link className="brand" href={home} prefetch={false}>
          <b>{words.product}</b> <span>{caja}</span>
        </Link>
        {connection}
      </div>
      <AccountMenu name={personName} device={device} words={words} />
    </header>
  );
}

export function DemonstrationBanner({ children }: { children: ReactNode }) {
  return (
    <aside className="demonstration" aria-label="Demo">
      {children}
    </aside>
  );
}

/** The same help in the same place on every page; left out while no phone is known. */
export function HelpLine({ words, phone }: { words: string; phone: string }) {
  if (!phone) return null;
  return (
    <aside className="border-t border-rule px-4 py-3 text-center print:hidden" aria-label={words}>
      {words}{" "}
      <a className="num whitespace-nowrap" href={telephoneLink(phone)}>
        {phone}
      </a>
    </aside>
  );
}

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
    <footer className="site-footer">
      <nav aria-label={label}>
        <ul>
          {links.map(({ href, label: text }) => (
            <li key={href}>
              <Link href={href} prefetch={false}>
                {text}
              </Link>
            </li>
          ))}
          <li>
            {/* A plain link: a cookie is set and the whole page comes again in the other language. */}
            <a href={language.href} lang={language.lang} hrefLang={language.lang}>
              {language.label}
            </a>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
