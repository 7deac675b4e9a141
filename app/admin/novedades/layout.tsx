import type { ReactNode } from "react";
import { adminWords } from "@/app/admin/words";
import { AdminWordsProvider } from "@/app/admin/words-context";

/** The words of the forms that decide reports and undos. It guards nothing: every page and action asks for its own grant. */
export default async function ReportsLayout({ children }: { children: ReactNode }) {
  return (
    <AdminWordsProvider section="reports" words={await adminWords.reports()}>
      {children}
    </AdminWordsProvider>
  );
}
