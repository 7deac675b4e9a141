import type { FaultWords } from "@/app/_server/http/answered";
import type { ImportRun } from "@/db/queries/import-runs";
import { readableFact } from "@/domain/import/fact";
import type { Messages } from "@/messages/es-CO";

type Texts = Readonly<Record<string, (fact: string) => string>>;

function textOf(texts: Texts, code: string, fact: string): string | undefined {
  return Object.hasOwn(texts, code) ? texts[code]?.(fact) : undefined;
}

/** Errors of an upload, by field and code. */
export function uploadErrors({ admin, imports }: Messages): FaultWords {
  const { fileMissing, uploadFailed } = admin.imports;
  const ofTable = Object.entries(imports.tableFaults).map(([code, text]) => [code, text("")]);
  return {
    archivo: {
      falta: fileMissing,
      incompleto: uploadFailed,
      unreadable: uploadFailed,
      ...Object.fromEntries(ofTable),
    },
  };
}

/** Why a whole file was not read. */
export function failureText({ failure, failureFact }: ImportRun, messages: Messages): string {
  const { failures } = messages.admin.imports;
  const own = Object.entries(failures).find(([code]) => code === failure)?.[1];
  if (own) return own;
  return textOf(messages.imports.tableFaults, failure ?? "", failureFact ?? "") ?? failures.unexpected;
}

/** Why a cell is refused, and how to mend it. */
export function faultText(code: string, fact: string | null, messages: Messages): string {
  return textOf(messages.imports.faults, code, readableFact(code, fact ?? "")) ?? code;
}

/** Warnings about lines that are imported all the same. */
export function warningText(code: string, fact: string, messages: Messages): string {
  return textOf(messages.imports.warnings, code, readableFact(code, fact)) ?? code;
}
