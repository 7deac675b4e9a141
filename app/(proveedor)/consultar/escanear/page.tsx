import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { messageClass } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { ScannerWordsProvider } from "@/components/order/scanner/scanner-words";
import { currentCaja } from "@/domain/caja/profile";
import { publicAddress } from "@/lib/mail/address";
import { currentMessages } from "@/messages";
import { ScanDoor } from "./scan-door";

export async function generateMetadata(): Promise<Metadata> {
  const { scan } = await currentMessages();
  return { title: scan.title };
}

export default async function ScanPage() {
  const grant = await requireGrant("order.look_up");
  if (!grant.actor.provider.opensLookUp) redirect("/aplicaciones");
  const [{ scan }, caja] = await Promise.all([currentMessages(), currentCaja()]);
  return (
    <Page title={scan.title} back={{ href: "/consultar", label: scan.back }}>
      <p className={`${messageClass} hidden noscript:block`}>{scan.withoutScript}</p>
      <ScannerWordsProvider words={{ ...scan.scanner, foreign: scan.foreign(caja.name) }}>
        <ScanDoor publicUrl={publicAddress("/")} />
      </ScannerWordsProvider>
    </Page>
  );
}
