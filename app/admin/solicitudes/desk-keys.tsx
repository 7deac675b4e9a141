"use client";

import { useEffect, useState } from "react";
import { useAdminWords } from "@/app/admin/words-context";

const OFF = "solicitudes.sin-teclas";

/** Where a letter is typed, not pressed. */
const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** What a key stands for: the button or link that carries it, or the button within. */
function press(key: string): boolean {
  const named = [...document.querySelectorAll<HTMLElement>("[data-key]")].find(
    ({ dataset }) => dataset.key?.toLowerCase() === key.toLowerCase(),
  );
  const target = named?.matches("a, button") ? named : named?.querySelector<HTMLElement>("a, button");
  target?.click();
  return target !== undefined && target !== null;
}

/**
 * Keys as an extra: each one presses a button that is in view too. They are silent in fields and with other keys held,
 * and can be switched off for this browser.
 */
export function DeskKeys() {
  const { keys: words } = useAdminWords("requests");
  const [on, setOn] = useState(true);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(OFF) === null);
    } catch {
      // A browser that keeps nothing has the keys on.
    }
  }, []);
  useEffect(() => {
    if (!on) return;
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isField(event.target)) return;
      // Enter presses what has the focus, whatever stands for it on the page.
      if (event.key === "Enter" && event.target !== document.body) return;
      if (event.key === "?") setOpen((was) => !was);
      else if (!press(event.key)) return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on]);
  function choose(use: boolean) {
    setOn(use);
    try {
      if (use) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    } catch {
      // Then it holds for this page alone.
    }
  }
  return (
    <details
      className="mb-2 noscript:hidden print:hidden"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-link underline">
        {words.title} (?)
      </summary>
      <label className="flex min-h-11 items-center gap-2">
        <input type="checkbox" checked={on} onChange={({ currentTarget }) => choose(currentTarget.checked)} />
        {words.use}
      </label>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4">
        {words.list.map(([key, does]) => (
          <div key={key} className="contents">
            <dt className="font-bold">{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
