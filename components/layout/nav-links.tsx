"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { NavLook } from "./nav-looks";

export type NavItem = { href: string; label: string; icon?: ReactNode; exact?: boolean };

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
        {items.map(({ href, label: text, icon }) => (
          <li key={href} className={look.item}>
            <Link
              className={look.link}
              href={href}
              prefetch={false}
              aria-current={href === nearest ? "page" : undefined}
            >
              {icon}
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
