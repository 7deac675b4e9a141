import type { ReactNode } from "react";
import { OneButtonForm } from "@/components/form/one-button-form";
import type { ImportRun } from "@/db/queries/import-runs";
import { currentMessages } from "@/messages";

type Cancel = Parameters<typeof OneButtonForm>[0]["action"];

/** Confirm or cancel; nothing to confirm when the file brings nothing. */
export async function Decide({
  run,
  confirm,
  cancelAction,
}: {
  run: ImportRun;
  confirm: ReactNode;
  cancelAction: Cancel;
}) {
  const { imports: t } = (await currentMessages()).admin;
  return (
    <div className="mb-6 flex flex-col gap-3">
      {confirm}
      <OneButtonForm action={cancelAction} hidden={{ run: run.id }} label={t.cancel} variant="outline" />
    </div>
  );
}

/** Cancels a running import. */
export async function Stop({ run, cancelAction }: { run: ImportRun; cancelAction: Cancel }) {
  const { cancelWorking, cancelHint } = (await currentMessages()).admin.imports;
  return (
    <div className="mb-6">
      <OneButtonForm action={cancelAction} hidden={{ run: run.id }} label={cancelWorking} variant="outline" />
      <p className="text-hint text-ink-soft">{cancelHint}</p>
    </div>
  );
}
