import type { AdminFormWords } from "@/app/admin/form-words";
import { OneButtonForm } from "@/components/form/one-button-form";
import type { Messages } from "@/messages/es-CO";
import { approveAction, rejectAction, returnAction } from "./actions";
import { ReturnOrRejectForm } from "./return-or-reject-form";

/** The three ways to decide. */
export function Decision({
  requestId,
  seen,
  form,
  t,
}: {
  requestId: string;
  /** What the page shows of it. */
  seen: string;
  form: AdminFormWords;
  t: Messages["admin"]["requests"];
}) {
  return (
    <section aria-labelledby="decidir">
      <h2 id="decidir">{t.decideHeading}</h2>
      <p>{t.decideText}</p>
      <div className="grid gap-x-10 lg:grid-cols-3">
        <div>
          <h3>{t.approve}</h3>
          <p>{t.approveText}</p>
          <OneButtonForm action={approveAction} hidden={{ requestId, seen }} label={t.approve} words={form} />
        </div>
        <div>
          <h3>{t.return}</h3>
          <p>{t.returnText}</p>
          <ReturnOrRejectForm
            action={returnAction}
            requestId={requestId}
            seen={seen}
            prefix="return"
            templates={Object.values(t.returnReasons)}
            words={{
              ...form,
              legend: t.returnTemplates,
              reason: t.returnReason,
              hint: t.reasonHint,
              other: t.otherReason,
              submit: t.return,
            }}
          />
        </div>
        <div>
          <h3>{t.reject}</h3>
          <p>{t.rejectText}</p>
          <ReturnOrRejectForm
            action={rejectAction}
            requestId={requestId}
            seen={seen}
            prefix="reject"
            templates={Object.values(t.rejectReasons)}
            words={{
              ...form,
              legend: t.rejectTemplates,
              reason: t.rejectReason,
              hint: t.reasonHint,
              other: t.otherReason,
              submit: t.reject,
            }}
          />
        </div>
      </div>
    </section>
  );
}
