import type { Metadata } from "next";
import { OfflineCounter } from "@/app/_offline/offline-counter";
import { OfflineWordsProvider } from "@/app/_offline/offline-words";
import { Page } from "@/components/layout/page";
import { ScannerWordsProvider } from "@/components/order/scanner/scanner-words";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";

export async function generateMetadata(): Promise<Metadata> {
  const { offline } = await currentMessages();
  return { title: offline.title };
}

/** The page that a phone caches for offline use. It is fetched without a session, so that it holds no name. */
export default async function OfflinePage() {
  const [{ offline, scan }, caja] = await Promise.all([currentMessages(), currentCaja()]);
  const { title, intro } = offline;
  return (
    <Page title={title}>
      <p>{intro}</p>
      <ScannerWordsProvider words={{ ...scan.scanner, foreign: scan.foreign(caja.name) }}>
        <OfflineWordsProvider words={offline}>
          <OfflineCounter />
        </OfflineWordsProvider>
      </ScannerWordsProvider>
    </Page>
  );
}
