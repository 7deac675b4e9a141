import type { Metadata } from "next";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { readConfirmation } from "@/domain/account/confirm";
import { currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";
import { DeadLink } from "../../dead-link";
import { draftToken } from "../../draft";
import { OwnPasswordForm } from "../../own-password-form";
import { PasswordForm } from "../../password-form";
import { addCompanyAction, confirmAction, sendAnotherAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.confirm.title, referrer: "same-origin" };
}

/** Shows what the link is for; mail scanners open links, so only sending the form uses it. */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [{ state, answers, hasAccount }, { account }] = await Promise.all([
    readConfirmation(token, await draftToken()),
    currentMessages(),
  ]);
  if (state !== "ok" || !answers) {
    return (
      <DeadLink
        state={state === "ok" ? "unknown" : state}
        again={
          <OneButtonForm
            action={sendAnotherAction}
            hidden={{ token }}
            label={account.link.sendAnother}
            done={account.link.another}
          />
        }
      />
    );
  }
  const { email } = answers.person;
  const { legalName, nit, checkDigit } = answers.company;
  if (hasAccount) {
    const { title, company, known, submit } = account.further;
    return (
      <Page title={title}>
        <p>{company(legalName, formatNit(nit, checkDigit))}</p>
        <p>{known(email)}</p>
        <OwnPasswordForm action={addCompanyAction} token={token} email={email} submitLabel={submit} />
      </Page>
    );
  }
  return (
    <Page title={account.confirm.title}>
      <p>{account.confirm.company(legalName, formatNit(nit, checkDigit))}</p>
      <p>{account.confirm.lead(email)}</p>
      <PasswordForm action={confirmAction} token={token} email={email} submitLabel={account.confirm.submit} />
    </Page>
  );
}
