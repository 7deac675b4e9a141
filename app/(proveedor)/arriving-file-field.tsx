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
  to = "/archivos/enviar",
  form,
  kept,
  onKept,
  prepare,
  optional = false,
  texts,
  error,
  hint,
  ...field
}: ComponentProps<typeof FileField> & {
  /** Address of the route handler that takes the file. */
  to?: string;
  /** The form for which the server keeps the file. */
  form: string;
  /** Name of the file that was uploaded before. */
  kept?: string;
  onKept: (field: string, name: string) => void;
  /** Makes the chosen file lighter, or names its fault. It must not change between renders. */
  prepare?: (file: File) => Promise<File | { fault: string }>;
  /** Whether the form may be sent without the file. */
  optional?: boolean;
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
      const chosen = input?.files?.[0];
      setFault(null);
      if (!input || !chosen) return;
      const file = prepare ? await prepare(chosen) : chosen;
      if (input.files?.[0] !== chosen) return;
      if ("fault" in file) {
        input.value = "";
        return setFault(file.fault);
      }
      // Where the upload fails, the lighter one goes with the form.
      if (file !== chosen) input.files = listOf(file);
      setSent(0);
      const answer = await sendFile({ to, form, field: name, provider, file }, setSent);
      setSent(null);
      if (input.files?.[0] !== file || answer === null) return;
      if ("fault" in answer) {
        // The form is refused for a file that is missing, and for an optional one only while it is chosen.
        if (!optional) input.value = "";
        return setFault(answer.fault);
      }
      // It is there already, and need not be sent with the form.
      input.value = "";
      onKept(name, answer.name);
    }
    input?.addEventListener("change", onChange);
    return () => input?.removeEventListener("change", onChange);
  }, [to, form, name, provider, onKept, prepare, optional]);

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

function listOf(file: File): FileList {
  const chosen = new DataTransfer();
  chosen.items.add(file);
  return chosen.files;
}
