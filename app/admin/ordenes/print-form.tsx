import type { ReactNode } from "react";
import { RadioGroup } from "@/components/form/choice-field";
import { FileForm } from "@/components/form/file-form";
import { SubmitButton } from "@/components/form/submit-button";
import { currentMessages } from "@/messages";
import { lastPaperSize } from "./last-paper-size";
import { paperSizeWords } from "./paper-size";

/** Requests a PDF in a new window, on Letter or half Letter. An order fills either. */
export async function PrintForm({
  action,
  hidden,
  submit,
  children,
}: {
  action: string;
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  /** Fields before the size of the paper. */
  children?: ReactNode;
}) {
  const t = (await currentMessages()).admin.print;
  return (
    <div className="print:hidden">
      <FileForm action={action} hidden={hidden} opens>
        {children}
        <RadioGroup
          name="tamano"
          legend={t.size}
          defaultValue={paperSizeWords[await lastPaperSize()]}
          options={[
            { value: paperSizeWords.letter, label: t.letter },
            { value: paperSizeWords.half_letter, label: t.halfLetter },
          ]}
        />
        <p className="text-hint text-ink-soft">{t.opens}</p>
        <SubmitButton>{submit}</SubmitButton>
      </FileForm>
    </div>
  );
}
