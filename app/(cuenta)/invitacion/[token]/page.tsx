import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { readInvitation } from "@/domain/account/accept-invitation";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";
import { DataNotice } from "../../data-notice";
import { DeadLink } from "../../dead-link";
import { OwnPasswordForm } from "../../own-password-form";
import { AcceptForm } from "./accept-form";
import { joinAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.invitation.title };
}

/** Shows who invites and for what; only sending the form accepts. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [found, { account }, caja] = await Promise.all([
    readInvitation(token),
    currentMessages(),
    currentCaja(),
  ]);
  if (found?.state !== "ok") {
    return <DeadLink state={found?.state ?? "unknown"} again={<p>{account.link.cancelledText}</p>} />;
  }
  const { invitation, team } = account;
  return (
    <Page title={invitation.title}>
      <p>
        {found.replacesOwner
          ? invitation.ownerLead(caja.name, found.providerName)
          : invitation.lead(found.invitedBy, found.providerName)}
      </p>
      <p>{invitation.as(team.roles[found.role])}</p>
      {found.hasAccount ? (
        <>
          <p>{invitation.known(found.email)}</p>
          <OwnPasswordForm
            action={joinAction}
            token={token}
            email={found.email}
            submitLabel={invitation.submit}
            asksCode={found.replacesOwner}
          />
        </>
      ) : (
        <>
          <DataNotice />
          <AcceptForm token={token} name={found.name} email={found.email} asksCode={found.replacesOwner} />
        </>
      )}
    </Page>
  );
}
