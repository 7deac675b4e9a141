"use client";

import { useEffect, useState } from "react";
import { areKeysOn, isTypedInto } from "@/app/admin/keys";
import { KeysSwitch } from "@/app/admin/keys-switch";
import { useAdminWords } from "@/app/admin/words-context";

/** Keys that neither decide nor leave the page: they alone do something while a reason is open to be written. */
const harmless = ["?", "Escape", "+", "-"];
const isReasonOpen = () => document.getElementById("decidir") !== null;

/** Whether a mark that a key set is still on its way: its button sends. */
const isMarking = () => document.querySelector("[data-key=b] [aria-disabled=true]") !== null;

/** Whether what a key did was refused: what was struck behind it was meant for another outcome. */
const isRefused = () => document.querySelector("[data-key] [role=alert]") !== null;

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
 * those that decide also beside a reason that is being written, and can be switched off for this browser.
 */
export function DeskKeys() {
  const { keys: words } = useAdminWords("requests");
  const [on, setOn] = useState(true);
  const [open, setOpen] = useState(false);
  useEffect(() => setOn(areKeysOn()), []);
  useEffect(() => {
    if (!on) return;
    // Keys that are struck faster than a mark is saved are kept in their order, for the request that they were struck on.
    let ahead: string[] = [];
    let struckOn = "";
    const goOn = () => {
      if (ahead.length === 0) return;
      if (window.location.pathname !== struckOn || isReasonOpen() || isRefused()) ahead = [];
      else if (!isMarking()) {
        press(ahead.shift() ?? "");
        if (ahead.length > 0) setTimeout(goOn);
      }
    };
    const marked = new MutationObserver(goOn);
    marked.observe(document.body, { subtree: true, childList: true, attributeFilter: ["aria-disabled"] });
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTypedInto(event.target)) return;
      if (isReasonOpen() && !harmless.includes(event.key)) return;
      // Enter presses what has the focus, whatever stands for it on the page.
      if (event.key === "Enter" && event.target !== document.body) return;
      if (event.key === "?") setOpen((was) => !was);
      else if (isMarking()) {
        struckOn = window.location.pathname;
        ahead.push(event.key);
      } else if (!press(event.key)) return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => {
      marked.disconnect();
      document.removeEventListener("keydown", onKey);
    };
  }, [on]);
  return (
    <details
      className="mb-2 noscript:hidden print:hidden"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-link underline">
        {words.title} (?)
      </summary>
      <KeysSwitch label={words.use} onSwitch={setOn} />
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
