"use client";

import { type RefObject, useEffect, useState } from "react";
import { looksScanned } from "@/domain/lookup/scanned-text";
import { isWholeCode, KeyBurst } from "./key-burst";

type Field = HTMLInputElement | HTMLSelectElement;
/** A single letter may be a keyboard shortcut; from the second on it is an address. */
const SURELY_A_SCANNER = 2;

/**
 * Listens for a code that a USB scanner types or that is pasted anywhere on the page, with or without a final
 * Enter. Fields get their previous values back.
 * @returns "away" while the page has no keyboard focus, "read" after a code.
 */
export function useCodeReader(
  form: RefObject<HTMLFormElement | null>,
  { onCode, onPicture }: { onCode: (text: string) => void; onPicture: (file: File) => void },
): "ready" | "away" | "read" {
  const [state, setState] = useState<"ready" | "away" | "read">("ready");

  useEffect(() => {
    const burst = new KeyBurst();
    let before: [Field, string][] = [];
    let timer = 0;

    function finish(text: string | null): boolean {
      window.clearTimeout(timer);
      if (text === null) return false;
      for (const [field, value] of before) field.value = value;
      setState("read");
      onCode(text);
      return true;
    }

    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.isComposing) return;
      if (event.key === "Enter" || event.key === "Tab") {
        if (finish(burst.take())) event.preventDefault();
        return;
      }
      if (event.key.length !== 1) return;
      if (burst.add(event.key, event.timeStamp)) before = fieldsOf(form.current);
      // Keeps the keys from changing a select or opening the browser's quick find.
      if (burst.text.length >= SURELY_A_SCANNER && !(event.target instanceof HTMLInputElement))
        event.preventDefault();
      window.clearTimeout(timer);
      const pause = burst.pause();
      if (pause !== null) timer = window.setTimeout(() => finish(burst.take()), pause);
    }

    function onInput(event: Event) {
      const field = event.target;
      // Phone keyboards report no keys, so the code is read from the field.
      if (!(field instanceof HTMLInputElement) || burst.pause() !== null || !isWholeCode(field.value)) return;
      before = [[field, ""]];
      finish(field.value);
    }

    function onPaste(event: ClipboardEvent) {
      const picture = imageOf(event.clipboardData);
      const text = event.clipboardData?.getData("text") ?? "";
      if (!picture && !looksScanned(text)) return;
      event.preventDefault();
      if (picture) return onPicture(picture);
      before = [];
      finish(text);
    }

    const away = () => setState((now) => (now === "read" ? now : "away"));
    const back = () => setState((now) => (now === "read" ? now : "ready"));
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("input", onInput);
    document.addEventListener("paste", onPaste);
    window.addEventListener("blur", away);
    window.addEventListener("focus", back);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("keydown", onKey, true);
      document.removeEventListener("input", onInput);
      document.removeEventListener("paste", onPaste);
      window.removeEventListener("blur", away);
      window.removeEventListener("focus", back);
    };
  }, [form, onCode, onPicture]);

  return state;
}

/** Values of the form's fields, to restore them. */
function fieldsOf(form: HTMLFormElement | null): [Field, string][] {
  return [...(form?.elements ?? [])]
    .filter((field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
    .map((field) => [field, field.value]);
}

/** First picture of a clipboard. */
export function imageOf(clipboard: DataTransfer | null): File | null {
  return [...(clipboard?.files ?? [])].find(({ type }) => type.startsWith("image/")) ?? null;
}
