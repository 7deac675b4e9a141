import type { ReactNode } from "react";
import { adminWords } from "@/app/admin/words";
import { AdminWordsProvider } from "@/app/admin/words-context";

/** The words of the forms that decide requests. It guards nothing: every page and action asks for its own grant. */
export default async function RequestsLayout({ children }: { children: ReactNode }) {
  return (
    <AdminWordsProvider section="requests" words={await adminWords.requests()}>
      {children}
    </AdminWordsProvider>
  );
}
