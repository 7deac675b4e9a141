import { unlessDown } from "@/app/_server/http/unless-down";
import { Form } from "@/components/form/form";
import { Note } from "@/components/ui/note";
import type { Repeated } from "@/db/queries/order-change";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { approveAction, askAction, issueAction } from "./actions";
import { IssueButtons } from "./issue-buttons";
import { OrderActionForm } from "./order-action-form";

/** Note that the affiliate has an order like this draft, with the reason for another once it was given. */
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
          {t.repeatsBecause} {repeated.reason}
        </p>
      ) : null}
    </Note>
  );
});

const actions = { issue: issueAction, ask: askAction, approve: approveAction };

/**
 * Issues, requests approval or approves: one button, and a reason when the affiliate has an order like it. Who issues
 * mostly prints next, so that the first button does both.
 */
export async function IssueForm({
  way,
  shown,
  repeated,
  label,
}: {
  way: keyof typeof actions;
  shown: { order: string; version: string };
  repeated: Repeated | null;
  label: string;
}) {
  const t = (await currentMessages()).admin.issue;
  const andPrint = way === "issue" ? t.emitAndPrint : undefined;
  if (!repeated || repeated.reason)
    return (
      <Form action={actions[way]} hidden={shown}>
        <IssueButtons andPrint={andPrint} label={label} />
      </Form>
    );
  return (
    <OrderActionForm
      way={way}
      hidden={{ ...shown, repeats: repeated.id }}
      reason={t.repeatsReason}
      reasonHint={t.repeatsReasonHint}
      andPrint={andPrint}
      submit={label}
    />
  );
}
