import type { Metadata } from "next";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { LinkToken } from "@/domain/account/schema";
import { readEmailChange } from "@/domain/own-account/email-change";
import { currentMessages } from "@/messages";
import { confirmEmailAction, stopEmailAction } from "./actions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ hecho?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).ownAccount.emailLink.title };
}

/** Where a mailbox confirms or stops a change of e-mail. Opening it does neither, since mail scanners open links. */
export default async function EmailLinkPage({ params, searchParams }: Props) {
  const [{ token }, { hecho }, { ownAccount }] = await Promise.all([params, searchParams, currentMessages()]);
  const { emailLink: t, form } = ownAccount;
  const change = LinkToken.safeParse(token).success ? await readEmailChange(token) : null;
  const isOpen = change?.state === "ok" && change.email !== null;
  const done = hecho === "cambio" ? t.done : hecho === "detenido" ? t.stopped : null;
  return (
    <Page title={t.title}>
      {isOpen ? (
        <>
          <p className="break-words">
            {change.side === "old" ? t.lead(change.was, change.email ?? "") : t.leadNew(change.email ?? "")}{" "}
            {t.both}
          </p>
          {change.confirmed ? (
            <Done>{t.waiting}</Done>
          ) : (
            <OneButtonForm action={confirmEmailAction} hidden={{ token }} label={form.confirmEmail} />
          )}
          <OneButtonForm
            action={stopEmailAction}
            hidden={{ token }}
            label={form.stopEmail}
            variant="outline"
          />
        </>
      ) : (
        <>
          {done ? <Done>{done}</Done> : <p>{t.over[overOf(change?.state)]}</p>}
          <ButtonLink href="/cuenta" variant="outline">
            {t.toAccount}
          </ButtonLink>
        </>
      )}
    </Page>
  );
}

function overOf(state: string | undefined): "used" | "cancelled" | "expired" | "unknown" {
  return state === "used" || state === "cancelled" || state === "expired" ? state : "unknown";
}
