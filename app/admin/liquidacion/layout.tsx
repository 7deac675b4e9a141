import type { ReactNode } from "react";
import { adminWords } from "@/app/admin/words";
import { AdminWordsProvider } from "@/app/admin/words-context";

/** The words of the forms that settle. It guards nothing: every page and action asks for its own grant. */
export default async function SettlementLayout({ children }: { children: ReactNode }) {
  return (
    <AdminWordsProvider section="settlement" words={await adminWords.settlement()}>
      {children}
    </AdminWordsProvider>
  );
}
