import { ErrorSummary } from "@/components/form/error-summary";
import { FormMessage } from "@/components/form/form-message";
import type { FormView } from "@/components/form/form-view";

/** Errors of the last submission, above the fields. */
export function FormHead({ view, title }: { view: FormView; title: string }) {
  return (
    <>
      {view.errors.length > 0 ? <ErrorSummary title={title} errors={view.errors} /> : null}
      {view.refusal ? <FormMessage>{view.refusal}</FormMessage> : null}
    </>
  );
}
