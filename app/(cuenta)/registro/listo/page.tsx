import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { Note } from "@/components/ui/note";
import { Steps } from "@/components/ui/steps";
import { RESEND_PAUSE_SECONDS } from "@/domain/account/session-limits";
import { timeOfDay } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { currentDraft } from "../../draft";
import { resendAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: `${account.sent.title} — ${account.registration}` };
}

export default async function SentPage() {
  const draft = await currentDraft();
  if (!draft) redirect("/ingresar");
  const { submittedAt, answers } = draft;
  if (!submittedAt || !answers.person) redirect("/registro/revisar");
  const [{ account }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { sent } = account;
  // Rounded up to the next minute, because the time is shown without seconds.
  const again = new Date(submittedAt.getTime() + (RESEND_PAUSE_SECONDS + 59) * 1000);
  return (
    <Page title={sent.title}>
      <Note>
        <p>
          {/* The address is shown in full, so that a typing error can be seen. Only the browser that sent it
              gets this page. */}
          <strong className="wrap-anywhere">{sent.mailed(answers.person.email)}</strong>
        </p>
      </Note>
      <h2>{sent.next}</h2>
      <Steps ordered>
        {Object.values(sent.steps).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </Steps>
      <p className="text-hint text-ink-soft">{sent.several}</p>
      <p className="text-hint text-ink-soft">{sent.againAfter(timeOfDay(again, language))}</p>
      <OneButtonForm action={resendAction} label={sent.again} variant="outline" />
      <p>
        <Link href="/registro/persona" prefetch={false}>
          {sent.changeEmail}
        </Link>
      </p>
    </Page>
  );
}
