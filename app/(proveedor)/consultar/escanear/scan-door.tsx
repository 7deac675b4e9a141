"use client";

import { startTransition, useActionState, useCallback } from "react";
import { type Handed, handOverUnanswered, readWithoutInternet, withId } from "@/app/_offline/handed-code";
import { FormMessage } from "@/components/form/form-message";
import { type FormState, idle } from "@/components/form/form-state";
import { useFormsFor } from "@/components/form/forms-for";
import { throwUnlessLost } from "@/components/form/lost-line";
import { Scanner } from "@/components/order/scanner/scanner";
import { mayBeOurs } from "@/domain/lookup/scanned-text";
import { scanAction } from "./actions";

/** The scanner. What it reads goes to the server, which alone decides whether a code is valid. */
export function ScanDoor({ publicUrl }: { publicUrl: string }) {
  const provider = useFormsFor();
  const [state, send, sending] = useActionState(scanOrHandOver, idle);
  const onRead = useCallback(
    (text: string, by: "camera" | "picture") => {
      if (!navigator.onLine) {
        readWithoutInternet({ text, by });
        return;
      }
      const form = new FormData();
      const { id } = withId({ text, by });
      if (id) form.set("id", id);
      form.set("code", text.slice(0, 1_000));
      form.set("by", by);
      if (provider) form.set("provider", provider);
      startTransition(() => send(form));
    },
    [send, provider],
  );
  const isOurs = useCallback((text: string) => mayBeOurs(text, publicUrl), [publicUrl]);
  return (
    <>
      {state.status === "refused" ? (
        <FormMessage>
          {(state.text ?? state.code)
            .replace("{codigo}", state.errorId ?? "")
            .replace("{partes}", (state.about ?? []).map(({ what }) => what).join(", "))}
        </FormMessage>
      ) : null}
      <Scanner isOurs={isOurs} onRead={onRead} sending={sending} leaveHref="/consultar" />
    </>
  );
}

/**
 * A code that reached no server, behind a Wi-Fi without a line for example, is checked on the page without internet. So
 * is one whose answer does not come: its look-up keeps its id, and is the same one if the server has it already.
 */
async function scanOrHandOver(previous: FormState, form: FormData): Promise<FormState> {
  const code: Handed = {
    id: form.get("id")?.toString(),
    text: String(form.get("code")),
    by: form.get("by") === "picture" ? "picture" : "camera",
  };
  const stopWaiting = handOverUnanswered([code]);
  try {
    return await scanAction(previous, form);
  } catch (error) {
    throwUnlessLost(error);
    readWithoutInternet(code);
    return previous;
  } finally {
    stopWaiting();
  }
}
