import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { InviteForm } from "../invite-form";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.people.invite };
}

async function InvitePage() {
  await requireGrant("people.manage");
  const { people: t } = (await currentMessages()).admin;
  return (
    <Page title={t.invite} back={{ href: "/admin/personas", label: t.back }} width="admin">
      <p>{t.inviteLead}</p>
      <div className="max-w-2xl">
        <InviteForm />
      </div>
    </Page>
  );
}

export default unlessDown(InvitePage);
