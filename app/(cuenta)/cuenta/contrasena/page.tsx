import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireFactorSession, stepBefore } from "@/app/(cuenta)/_factor/session";
import { ChangePasswordForm } from "@/app/(cuenta)/cuenta/_account/change-password-form";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).ownAccount.password.title };
}

const HERE = "/cuenta/contrasena";

/** A signed-in person changes the password with the present one. */
export default async function ChangePasswordPage() {
  const { session } = await requireFactorSession(HERE);
  if (session.waits) redirect(stepBefore(session, HERE));
  const t = (await currentMessages()).ownAccount.password;
  return (
    <Page title={t.title}>
      <p>{t.lead}</p>
      <ChangePasswordForm email={session.email} />
    </Page>
  );
}
