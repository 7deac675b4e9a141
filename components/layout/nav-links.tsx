"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export type NavItem = { href: string; label: string; icon?: ReactNode; exact?: boolean };

/** The links of a navigation, the present one marked. */
export function NavLinks({ items }: { items: NavItem[] }) {
  const path = usePathname();
  // Of two that lead here, the nearer one: orders, and their import.
  const nearest = items
    .filter(({ href, exact }) => path === href || (!exact && path.startsWith(`${href}/`)))
    .reduce((best, { href }) => (href.length > best.length ? href : best), "");
  return (
    <ul>
      {items.map(({ href, label, icon }) => {
        const here = href === nearest;
        return (
          <li key={href}>
            <Link href={href} prefetch={false} aria-current={here ? "page" : undefined}>
              {icon}
              {label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
