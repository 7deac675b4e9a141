import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFactorSession, stepBefore } from "@/app/(cuenta)/_factor/session";
import { EmailForm } from "@/app/(cuenta)/cuenta/_account/email-form";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).ownAccount.email.title };
}

const HERE = "/cuenta/correo";

/** A signed-in person asks for another e-mail, which both mailboxes confirm. */
export default async function EmailPage() {
  const { session } = await requireFactorSession(HERE);
  if (session.waits || !session.proven) redirect(stepBefore(session, HERE));
  const t = (await currentMessages()).ownAccount.email;
  return (
    <Page title={t.title} back={{ href: "/cuenta", label: t.back }}>
      <p>{t.lead}</p>
      <p className="break-words">{t.now(session.email)}</p>
      <EmailForm />
      <p>{t.lost}</p>
    </Page>
  );
}
