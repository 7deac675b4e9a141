"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { FileField } from "@/components/form/field";
import { useFormsFor } from "@/components/form/forms-for";
import { sendFile } from "./send-file";

type Words = {
  /** Carries `{nombre}`. */
  arrived: string;
  another: string;
  sending: string;
  /** By error key. */
  faults: Readonly<Record<string, string>>;
};

/**
 * A file field that uploads as soon as a file is chosen, with a progress bar. The server keeps the file for its
 * form, so it is not asked for again. Where uploading fails, the file is sent with the form.
 */
export function ArrivingFileField({
  form,
  kept,
  onKept,
  texts,
  error,
  hint,
  ...field
}: ComponentProps<typeof FileField> & {
  /** The form for which the server keeps the file. */
  form: string;
  /** Name of the file that was uploaded before. */
  kept?: string;
  onKept: (field: string, name: string) => void;
  texts: Words;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { name } = field;
  const provider = useFormsFor();

  useEffect(() => {
    const input = box.current?.querySelector<HTMLInputElement>("input[type=file]");
    async function onChange() {
      const file = input?.files?.[0];
      setFault(null);
      if (!input || !file) return;
      setSent(0);
      const answer = await sendFile({ form, field: name, provider, file }, setSent);
      setSent(null);
      if (input.files?.[0] !== file || answer === null) return;
      // The file was uploaded or is invalid; in both cases it must not be sent with the form.
      input.value = "";
      if ("fault" in answer) setFault(answer.fault);
      else onKept(name, answer.name);
    }
    input?.addEventListener("change", onChange);
    return () => input?.removeEventListener("change", onChange);
  }, [form, name, provider, onKept]);

  const shown = fault ? texts.faults[fault] : kept && error === undefined ? undefined : error;
  return (
    <div ref={box} aria-busy={sent !== null || undefined}>
      <FileField {...field} hint={kept ? texts.another : hint} error={shown} />
      <div role="status" className="-mt-3 mb-[1.1rem] empty:hidden">
        {sent !== null ? (
          <>
            <p className="mb-1 text-hint text-ink-soft">{texts.sending}</p>
            <progress
              className="block h-3 w-full accent-indigo"
              max={1}
              value={sent}
              aria-label={texts.sending}
            />
          </>
        ) : kept ? (
          <p className="font-bold text-go-text wrap-anywhere" data-arrived={name}>
            ✓ {texts.arrived.replace("{nombre}", kept)}
          </p>
        ) : null}
      </div>
    </div>
  );
}
