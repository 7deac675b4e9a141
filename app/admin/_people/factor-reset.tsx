import type { FormAction } from "@/components/form/form";
import { OneButtonForm } from "@/components/form/one-button-form";
import { SummaryList } from "@/components/ui/summary-list";
import type { readFactorReset } from "@/domain/factor/reset";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { ResetForm } from "./reset-form";

/** The reset of a person's second factor that is open, with its code to hand over; without one the form to allow it. */
export async function FactorReset({
  reset,
  hidden,
  request,
  withdraw,
}: {
  reset: Awaited<ReturnType<typeof readFactorReset>>;
  hidden: { person: string; provider?: string };
  request: FormAction;
  withdraw: FormAction;
}) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.people.reset;
  if (!reset) return <ResetForm action={request} hidden={hidden} />;
  return (
    <>
      <p>
        {t.open(
          reset.requestedBy ?? t.console,
          shortDateTime(reset.effectiveAt, language),
          shortDateTime(reset.expiresAt, language),
        )}
      </p>
      <SummaryList rows={[{ label: t.code, value: reset.code }]} />
      <OneButtonForm
        action={withdraw}
        hidden={{ ...hidden, reset: reset.resetId }}
        label={t.withdraw}
        variant="outline"
      />
    </>
  );
}
