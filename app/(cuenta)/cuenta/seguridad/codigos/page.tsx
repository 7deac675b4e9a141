import type { Metadata } from "next";
import { backOf, requireFactorSession } from "@/app/(cuenta)/_factor/session";
import { shownCodes } from "@/app/(cuenta)/_factor/shown-codes";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).factor.codes.title };
}

const SECURITY = "/cuenta/seguridad";

/** New paper codes, once: to print, or to copy by hand. */
export default async function PaperCodesPage({
  searchParams,
}: {
  searchParams: Promise<{ volver?: string | string[] }>;
}) {
  const back = backOf((await searchParams).volver) || SECURITY;
  const { session } = await requireFactorSession(back);
  const [codes, caja, { factor }] = await Promise.all([
    shownCodes(session.personId),
    currentCaja(),
    currentMessages(),
  ]);
  const t = factor.codes;
  return (
    <Page title={t.title}>
      {codes ? (
        <>
          <p>{t.lead}</p>
          <p className="print:hidden">
            <b>{t.once}</b>
          </p>
          <p>{t.of(caja.portalName, session.email)}</p>
          <ol className="grid list-none gap-x-8 gap-y-2 p-0 font-mono text-lg sm:grid-cols-2">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
          <div className="mt-4 grid gap-3">
            <PrintButton>{t.print}</PrintButton>
            <ButtonLink href={back}>{t.goOn}</ButtonLink>
          </div>
        </>
      ) : (
        <>
          <p>{t.over}</p>
          <ButtonLink href={SECURITY}>{factor.security.title}</ButtonLink>
        </>
      )}
    </Page>
  );
}
