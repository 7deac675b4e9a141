import type { Metadata } from "next";
import { formWords } from "@/app/_server/form-words";
import { Page } from "@/components/layout/page";
import { publicDatabase } from "@/db/client";
import { findCurrentPolicy } from "@/db/queries/caja";
import { readInvitation } from "@/domain/account/accept-invitation";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";
import { DataNotice } from "../../data-notice";
import { DeadLink } from "../../dead-link";
import { AcceptForm } from "./accept-form";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.invitation.title };
}

/** Shows who invites and for what; only sending the form accepts. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [found, policy, caja, { account }, words] = await Promise.all([
    readInvitation(token),
    findCurrentPolicy(publicDatabase()),
    currentCaja(),
    currentMessages(),
    formWords(),
  ]);
  if (found?.state !== "ok") {
    return (
      <DeadLink
        state={found?.state ?? "unknown"}
        words={account.link}
        again={<p>{account.link.cancelledText}</p>}
      />
    );
  }
  const { consent, invitation, team, password } = account;
  return (
    <Page title={invitation.title}>
      <p>{invitation.lead(found.invitedBy, found.providerName)}</p>
      <p>{invitation.as(team.roles[found.role])}</p>
      <DataNotice words={consent} caja={caja.name} policy={policy?.text ?? ""} />
      <AcceptForm
        words={{
          ...words,
          treatment: consent.treatment(caja.name),
          terms: consent.terms,
          messages: consent.messages,
          name: team.form.name,
          password: password.label,
          passwordHint: password.hint,
          submit: invitation.submit,
        }}
        token={token}
        name={found.name}
        email={found.email}
      />
    </Page>
  );
}
