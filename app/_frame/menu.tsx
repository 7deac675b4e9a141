"use client";

import { type ReactNode, useEffect, useRef } from "react";

const summary = [
  "flex min-h-11 w-auto min-w-11 cursor-pointer list-none items-center justify-center gap-2 rounded-field px-2 py-0",
  "text-sm leading-[1.15] font-normal text-white [&::-webkit-details-marker]:hidden in-[details[open]]:bg-white/16",
  "focus-visible:outline-white",
].join(" ");

const panel = [
  "absolute top-full right-0 m-0 max-h-[calc(100dvh-3rem)] w-[min(20rem,100%)] overflow-y-auto border border-t-0",
  "border-rule bg-sheet p-0 text-ink shadow-[0_12px_28px_rgb(5_7_13/0.28)]",
].join(" ");

/**
 * The menu of the ink bar. It opens and closes without scripts; with them it also closes when a link of it is
 * followed, when something beside it is pressed, and on Escape.
 */
export function Menu({
  label,
  name,
  place,
  children,
}: {
  label: string;
  /** Who is signed in and where, shown beside the icon where there is room. */
  name: string;
  place: string | null;
  children: ReactNode;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = () => menu.current?.removeAttribute("open");
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) close();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !menu.current?.open) return;
      close();
      menu.current.querySelector("summary")?.focus();
    };
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a") && menu.current?.contains(target)) close();
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, []);
  return (
    <details ref={menu} className="mb-0 flex-none" data-menu>
      <summary className={summary}>
        <span className="grid justify-items-end max-sm:sr-only">
          <span className="sr-only">{label} </span>
          <b>{name}</b>
          {place ? <span> {place}</span> : null}
        </span>
        <svg
          className="size-6 flex-none"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          aria-hidden="true"
          focusable="false"
        >
          <path d="M4 7h16M4 12h16M4 17h16" />
        </svg>
      </summary>
      <div className={panel}>{children}</div>
    </details>
  );
}
