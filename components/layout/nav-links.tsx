"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { NavLook } from "./nav-looks";

export type NavItem = {
  href: string;
  label: string;
  icon?: ReactNode;
  exact?: boolean;
  /** Names the group that begins with this item. */
  heading?: string;
  /** How much waits there, and the words that say so to whoever does not see it. */
  waits?: { count: string; label: string };
};

/** Navigation links, with the one of the current page marked. */
export function NavLinks({ look, label, items }: { look: NavLook; label: string; items: NavItem[] }) {
  const path = usePathname();
  // When two links match, the longer path wins, such as an import of orders.
  const nearest = items
    .filter(({ href, exact }) => path === href || (!exact && path.startsWith(`${href}/`)))
    .reduce((best, { href }) => (href.length > best.length ? href : best), "");
  return (
    <nav className={look.nav} aria-label={label}>
      <ul className={look.list}>
        {items.map(({ href, label: text, icon, heading, waits }) => (
          <li key={href} className={look.item}>
            {heading ? <p className={look.heading}>{heading}</p> : null}
            <Link
              className={look.link}
              href={href}
              prefetch={false}
              aria-label={waits ? `${text}, ${waits.count} ${waits.label}` : undefined}
              aria-current={href === nearest ? "page" : undefined}
            >
              {icon}
              {text}
              {waits ? <span className={look.waits}>{waits.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
