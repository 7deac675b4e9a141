"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type RefObject, startTransition, useCallback, useEffect, useRef } from "react";
import { CounterForm } from "@/app/_offline/counter-form";
import { type Handed, handOverUnanswered, readWithoutInternet, withId } from "@/app/_offline/handed-code";
import { SelectField, TextField } from "@/components/form/field";
import type { FormFields } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { handOver } from "@/components/order/scanner/handoff";
import { useCodeReader } from "@/components/order/scanner/use-code-reader";
import { ActionBar } from "@/components/ui/action-bar";
import { OrderFields } from "../_answer/order-fields";
import { useCounterWords } from "../_answer/words-context";
import { lookUpAction } from "./actions";

const schema = () => import("@/domain/lookup/schema").then(({ CounterInput }) => CounterInput);
const fieldOrder = ["idNumber", "kindCode", "number", "checkCode"];

// A USB scanner is used at a desk, so the hint is shown only where there is a mouse.
const readerLook = [
  "text-base text-ink-soft [@media_not_((hover:hover)_and_(pointer:fine))]:hidden noscript:hidden",
  "before:mr-2 before:inline-block before:size-[0.7rem] before:rounded-full before:border-3 before:border-go-text",
  "before:bg-go-text data-[reader=away]:before:border-line data-[reader=away]:before:bg-transparent",
].join(" ");

/** The look-up form: ID number, kind of document and order number. Works without JavaScript. */
export function LookUpForm({
  kinds,
  shapes,
  typed,
  children,
}: {
  kinds: { value: string; label: string }[];
  /** Examples of each kind's numbers; empty where no kind has one. */
  shapes: string;
  typed: FormValues;
  /** Content below the button, before the rarely used links. */
  children: ReactNode;
}) {
  const { lookUp, offline } = useCounterWords();
  const form = useRef<HTMLFormElement>(null);
  const asked = useRef<Handed[]>([]);
  return (
    <CounterForm
      ref={form}
      className="mt-3"
      action={lookUpAction}
      schema={schema}
      known={typed}
      order={fieldOrder}
      instead={
        <>
          {offline.useCode} <a href="/sin-conexion">{offline.readCode}</a>
        </>
      }
    >
      {({ view, field, pending, send }, note) => (
        <>
          <div className="has-data-no-network:mb-3">{note}</div>
          <OrderFields field={field} numberNote={shapes ? "number-note" : undefined}>
            <SelectField
              {...field("kindCode")}
              label={lookUp.kindLabel}
              defaultValue={view.text("kindCode") ?? kinds[0]?.value}
              options={kinds}
              cell
            />
          </OrderFields>
          <ActionBar>
            <SubmitButton pendingLabel={lookUp.submitting}>{lookUp.submit}</SubmitButton>
          </ActionBar>
          <CodeReader form={form} asked={asked} pending={pending} send={send} />
          {children}
          <details
            className="mb-2 text-base"
            open={Boolean(view.text("checkCode") || view.error("checkCode"))}
          >
            <summary>{lookUp.checkTitle}</summary>
            <TextField
              {...field("checkCode")}
              label={lookUp.checkLabel}
              hint={lookUp.checkHint}
              autoComplete="off"
              maxLength={40}
              digits
            />
          </details>
          {shapes ? (
            <p id="number-note" className="text-hint text-ink-soft">
              {shapes}
            </p>
          ) : null}
        </>
      )}
    </CounterForm>
  );
}

/**
 * Listens for a USB scanner anywhere on the page, and says whether its input would be received. A code that reaches
 * no server, or is not answered, is checked on the page without internet under the id of the look-up that was asked.
 */
function CodeReader({
  form,
  asked,
  pending,
  send,
}: Pick<FormFields, "pending" | "send"> & {
  form: RefObject<HTMLFormElement | null>;
  /** The codes that are being asked about. */
  asked: RefObject<Handed[]>;
}) {
  const { reader: words } = useCounterWords();
  const router = useRouter();
  // The form is made anew when its request was lost (DeadLine), and only then is there a code at the beginning.
  useEffect(() => {
    if (asked.current.length > 0) readWithoutInternet(...asked.current);
  }, [asked]);
  useEffect(() => {
    if (pending && asked.current.length > 0) return handOverUnanswered(asked.current);
    if (!pending) asked.current = [];
  }, [asked, pending]);
  const onCode = useCallback(
    (code: string) => {
      const read: Handed = { text: code, by: "keyboard" };
      if (!navigator.onLine) return readWithoutInternet(read);
      const asking = withId(read);
      asked.current.push(asking);
      const sent = new FormData(form.current ?? undefined);
      sent.set("code", code);
      if (asking.id) sent.set("id", asking.id);
      startTransition(() => send(sent));
    },
    [form, asked, send],
  );
  const onPicture = useCallback(
    (picture: File) => {
      handOver({ picture });
      router.push("/consultar/escanear");
    },
    [router],
  );
  const reader = useCodeReader(form, { onCode, onPicture });
  return (
    <>
      <p className={readerLook} data-reader={reader}>
        {reader === "away" ? words.away : words.ready}
      </p>
      <p role="alert" className="text-base text-ink-soft empty:hidden">
        {reader === "read" && pending ? words.read : ""}
      </p>
    </>
  );
}
