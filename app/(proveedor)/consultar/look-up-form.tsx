"use client";

import { useRouter } from "next/navigation";
import {
  type FormEventHandler,
  type ReactNode,
  startTransition,
  useActionState,
  useCallback,
  useRef,
} from "react";
import { SelectField, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormValues, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { KeepTyped, type TypedWords } from "@/components/offline/keep-typed";
import { handOver } from "@/components/order/scanner/handoff";
import { useCodeReader } from "@/components/order/scanner/use-code-reader";
import { OrderFields, type OrderFieldWords } from "../_answer/order-fields";
import { lookUpAction } from "./actions";

type Words = FormWords &
  OrderFieldWords &
  Record<
    | "kindLabel"
    | "checkTitle"
    | "checkLabel"
    | "checkHint"
    | "submit"
    | "submitting"
    | "readerReady"
    | "readerAway"
    | "readerRead",
    string
  > & { kindHint?: string };

const fields = ["idNumber", "kindCode", "number", "checkCode"];

type Props = {
  words: Words & TypedWords;
  kinds: { value: string; label: string }[];
  typed: FormValues;
  children: ReactNode;
};

/** The seed's form: who, which kind, which number. Posts without JavaScript too. */
export function LookUpForm(props: Props) {
  return (
    <KeepTyped words={props.words}>
      {({ kept, onSubmit, note }) => (
        <Form {...props} typed={kept ?? props.typed} onSubmit={onSubmit} note={note} />
      )}
    </KeepTyped>
  );
}

function Form({
  words,
  kinds,
  typed,
  children,
  onSubmit,
  note,
}: Props & { onSubmit: FormEventHandler<HTMLFormElement>; note: ReactNode }) {
  const [state, submit, pending] = useActionState(lookUpAction, idle);
  const view = useFormView({ state, words, known: typed, order: fields });
  const kind = view.text("kindCode") ?? kinds[0]?.value;
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const onCode = useCallback(
    (code: string) => {
      const sent = new FormData(form.current ?? undefined);
      sent.set("code", code);
      startTransition(() => submit(sent));
    },
    [submit],
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
    <form ref={form} action={submit} onSubmit={onSubmit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <p className="reader" data-reader={reader}>
        {reader === "away" ? words.readerAway : words.readerReady}
      </p>
      <p role="alert" className="reader-read">
        {reader === "read" && pending ? words.readerRead : ""}
      </p>
      <OrderFields view={view} words={words}>
        <SelectField
          key={kind}
          name="kindCode"
          label={words.kindLabel}
          hint={words.kindHint}
          error={view.error("kindCode")}
          defaultValue={kind}
          options={kinds}
        />
      </OrderFields>
      <details open={Boolean(view.text("checkCode") || view.error("checkCode"))}>
        <summary>{words.checkTitle}</summary>
        <TextField
          name="checkCode"
          label={words.checkLabel}
          hint={words.checkHint}
          error={view.error("checkCode")}
          defaultValue={view.text("checkCode")}
          autoComplete="off"
          maxLength={40}
          digits
        />
      </details>
      {children}
      <div className="action-bar">
        {note}
        <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
