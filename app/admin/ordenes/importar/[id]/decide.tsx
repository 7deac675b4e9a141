import { adminFormWords } from "@/app/admin/form-words";
import type { ImportRun } from "@/db/queries/import-runs";
import { currentMessages } from "@/messages";
import { CancelForm, ConfirmForm } from "./decide-form";

/** Confirm or cancel; nothing to confirm when the file brings nothing. */
export async function Decide({ run, tickable }: { run: ImportRun; tickable: number }) {
  const [{ admin }, form] = await Promise.all([currentMessages(), adminFormWords()]);
  const { imports: t } = admin;
  const sure = run.previewNew + run.previewChanged;
  const words = { ...form, sending: t.sending };
  return (
    <div className="mb-6 flex flex-col gap-3">
      {sure + tickable > 0 ? (
        <ConfirmForm
          run={run.id}
          words={{
            ...words,
            confirm: sure > 0 ? t.confirm(sure) : t.confirmChanges,
            tick: tickable > 0 ? t.applyChanges(tickable) : null,
            tickHint: t.applyHint,
          }}
        />
      ) : null}
      <CancelForm run={run.id} words={{ ...words, cancel: t.cancel }} />
    </div>
  );
}

/** Ends a run while it is worked on. */
export async function Stop({ run }: { run: ImportRun }) {
  const [{ admin }, form] = await Promise.all([currentMessages(), adminFormWords()]);
  const { cancelWorking: cancel, cancelHint, sending } = admin.imports;
  return (
    <div className="mb-6">
      <CancelForm run={run.id} words={{ ...form, sending, cancel }} />
      <p className="text-hint text-ink-soft">{cancelHint}</p>
    </div>
  );
}
