import { OneButtonForm } from "@/components/form/one-button-form";
import type { ImportRun } from "@/db/queries/import-runs";
import { currentMessages } from "@/messages";
import { cancelAction } from "./actions";
import { ConfirmForm } from "./confirm-form";

/** Confirm or cancel; nothing to confirm when the file brings nothing. */
export async function Decide({ run, tickable }: { run: ImportRun; tickable: number }) {
  const { imports: t } = (await currentMessages()).admin;
  const sure = run.previewNew + run.previewChanged;
  return (
    <div className="mb-6 flex flex-col gap-3">
      {sure + tickable > 0 ? (
        <ConfirmForm
          run={run.id}
          confirm={sure > 0 ? t.confirm(sure) : t.confirmChanges}
          apply={tickable > 0 ? t.applyChanges(tickable) : null}
        />
      ) : null}
      <OneButtonForm action={cancelAction} hidden={{ run: run.id }} label={t.cancel} variant="outline" />
    </div>
  );
}

/** Cancels a running import. */
export async function Stop({ run }: { run: ImportRun }) {
  const { cancelWorking, cancelHint } = (await currentMessages()).admin.imports;
  return (
    <div className="mb-6">
      <OneButtonForm action={cancelAction} hidden={{ run: run.id }} label={cancelWorking} variant="outline" />
      <p className="text-hint text-ink-soft">{cancelHint}</p>
    </div>
  );
}
