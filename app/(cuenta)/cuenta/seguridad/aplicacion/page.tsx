import type { Metadata } from "next";
import { FirstCodeForm } from "@/app/(cuenta)/_factor/code-form";
import { QrPicture } from "@/app/(cuenta)/_factor/qr-picture";
import { backOf, ENROL, requireEnrolling, withBack } from "@/app/(cuenta)/_factor/session";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { currentCaja } from "@/domain/caja/profile";
import { readPendingTotp } from "@/domain/factor/totp";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).factor.app.title };
}

/** The secret of a new application, as a picture and as text, until its first code proves it. */
export default async function ApplicationPage({
  searchParams,
}: {
  searchParams: Promise<{ volver?: string | string[] }>;
}) {
  const back = backOf((await searchParams).volver);
  const { token, session } = await requireEnrolling(back);
  const [caja, { factor }] = await Promise.all([currentCaja(), currentMessages()]);
  const pending = await readPendingTotp(token, session, caja.portalName);
  const t = factor.app;
  if (!pending) {
    return (
      <Page title={t.title}>
        <p>{t.over}</p>
        <ButtonLink href={withBack(ENROL, back)}>{t.again}</ButtonLink>
      </Page>
    );
  }
  return (
    <Page title={t.title}>
      <ol className="grid gap-4 pl-6">
        <li>
          <p>{t.scan}</p>
          <QrPicture text={pending.address} label={t.picture} />
          <p>
            {t.type}{" "}
            <b className="font-mono wrap-anywhere">{pending.secret.replace(/(.{4})(?=.)/g, "$1 ")}</b>
          </p>
        </li>
        <li>
          <p>{t.codeLead}</p>
        </li>
      </ol>
      <FirstCodeForm back={back} />
    </Page>
  );
}
