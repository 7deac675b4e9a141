"use client";

import { startTransition, useActionState, useCallback } from "react";
import { FormMessage } from "@/components/form/form-message";
import { idle } from "@/components/form/form-state";
import { readWithoutInternet } from "@/components/offline/handed-code";
import { Scanner } from "@/components/order/scanner/scanner";
import type { ScannerWords } from "@/components/order/scanner/scanner-words";
import { mayBeOurs } from "@/domain/lookup/scanned-text";
import { scanAction } from "./actions";

/** The scanner, and where what it reads goes: to the server, which alone says what a code is worth. */
export function ScanDoor({
  words,
  refusals,
  publicUrl,
}: {
  words: ScannerWords;
  refusals: Readonly<Record<string, string>>;
  publicUrl: string;
}) {
  const [state, send, sending] = useActionState(scanAction, idle);
  const onRead = useCallback(
    (text: string, by: "camera" | "picture") => {
      if (!navigator.onLine) {
        readWithoutInternet(text, by);
        return;
      }
      const form = new FormData();
      form.set("code", text.slice(0, 1_000));
      form.set("by", by);
      startTransition(() => send(form));
    },
    [send],
  );
  const isOurs = useCallback((text: string) => mayBeOurs(text, publicUrl), [publicUrl]);
  return (
    <>
      {state.status === "refused" ? (
        <FormMessage>
          {(refusals[state.code] ?? state.code).replace("{codigo}", state.errorId ?? "")}
        </FormMessage>
      ) : null}
      <Scanner words={words} isOurs={isOurs} onRead={onRead} sending={sending} leaveHref="/consultar" />
    </>
  );
}
