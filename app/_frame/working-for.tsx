"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { chosenElsewhere } from "./chosen-provider";

/**
 * Shows on each page of a person with several providers for which one they work. The choice is kept in the
 * browser, so another tab may change it; then this page says so, and the next one reloads the whole frame.
 */
export function WorkingFor({
  provider,
  label,
  switched,
  reload,
}: {
  provider: { id: string; legalName: string };
  /** The sentence up to the provider's name. */
  label: string;
  switched: string;
  reload: string;
}) {
  const page = usePathname();
  const first = useRef(page);
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    const look = () => setElsewhere(chosenElsewhere(document.cookie, provider.id));
    // The frame stays mounted when a link is followed, while the page below it is already of the other
    // provider.
    if (page !== first.current && chosenElsewhere(document.cookie, provider.id)) window.location.reload();
    look();
    window.addEventListener("focus", look);
    window.addEventListener("pageshow", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("focus", look);
      window.removeEventListener("pageshow", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [page, provider.id]);
  return (
    <aside
      className="border-b border-rule bg-indigo-soft px-4 py-1 text-sm leading-[1.3] wrap-anywhere sm:text-center camera:hidden print:hidden"
      aria-label={label}
    >
      {label} <b>{provider.legalName}</b>
      {isElsewhere ? (
        <span className="block" role="status">
          {switched}{" "}
          <button
            type="button"
            className="inline-flex min-h-11 cursor-pointer items-center text-link underline underline-offset-[0.18em]"
            onClick={() => window.location.reload()}
          >
            {reload}
          </button>
        </span>
      ) : null}
    </aside>
  );
}
