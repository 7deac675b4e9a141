import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { readPasswordLink } from "@/domain/account/recover";
import { currentMessages } from "@/messages";
import { DeadLink } from "../../dead-link";
import { PasswordForm } from "../../password-form";
import { choosePasswordAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.reset.title };
}

/** Password recovery, and the first password of a person of the caja. Opening the page does not spend the link. */
export default async function ChoosePasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [link, { account }] = await Promise.all([readPasswordLink(token), currentMessages()]);
  if (link?.state !== "ok") {
    return (
      <DeadLink
        state={link?.state ?? "unknown"}
        again={<ButtonLink href="/recuperar">{account.link.sendAnother}</ButtonLink>}
      />
    );
  }
  return (
    <Page title={account.reset.title}>
      <p>{account.reset.lead(link.email)}</p>
      <PasswordForm
        action={choosePasswordAction}
        token={token}
        email={link.email}
        submitLabel={account.reset.submit}
        asksCode={link.asksCode}
      />
    </Page>
  );
}
