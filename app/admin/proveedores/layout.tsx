import type { ReactNode } from "react";
import { adminWords } from "@/app/admin/words";
import { AdminWordsProvider } from "@/app/admin/words-context";

/** The words of the forms of the providers. It guards nothing: every page and action asks for its own grant. */
export default async function ProvidersLayout({ children }: { children: ReactNode }) {
  return (
    <AdminWordsProvider section="providers" words={await adminWords.providers()}>
      {children}
    </AdminWordsProvider>
  );
}
