import { unlessDown } from "@/app/_server/http/unless-down";
import { adminFormWords } from "@/app/admin/form-words";
import type { FormState } from "@/components/form/form-state";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Note } from "@/components/ui/note";
import type { Repeated } from "@/db/queries/order-change";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { OrderActionForm } from "./order-action-form";
import { orderActionWords } from "./order-action-words";

/** That the affiliate has an order like this draft, which one, and why another is issued once that was said. */
export const RepeatedNote = unlessDown(async ({ repeated }: { repeated: Repeated }) => {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.issue;
  return (
    <Note title={t.repeats(repeated.number ?? "")}>
      <p>{t.repeatsText(longDate(repeated.issuedOn, language))}</p>
      <p>
        <a href={`/admin/ordenes/${repeated.id}`}>{t.seeRepeated}</a>
      </p>
      {repeated.reason ? (
        <p>
          {t.repeatsSaid} {repeated.reason}
        </p>
      ) : null}
    </Note>
  );
});

/** Issues, asks for approval or approves: one button, and the reason where the affiliate has one like it. */
export const IssueForm = unlessDown(
  async ({
    action,
    shown,
    repeated,
    label,
  }: {
    action: (previous: FormState, form: FormData) => Promise<FormState>;
    shown: { order: string; version: string };
    repeated: Repeated | null;
    label: string;
  }) => {
    const [words, reasoned, { admin }] = await Promise.all([
      adminFormWords(),
      orderActionWords(label),
      currentMessages(),
    ]);
    if (!repeated || repeated.reason)
      return <OneButtonForm action={action} hidden={shown} label={label} words={words} />;
    const t = admin.issue;
    return (
      <OrderActionForm
        action={action}
        hidden={{ ...shown, repeats: repeated.id }}
        words={{ ...reasoned, reason: t.repeatsReason, reasonHint: t.repeatsReasonHint }}
      />
    );
  },
);
