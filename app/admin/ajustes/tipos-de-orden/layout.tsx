import type { ReactNode } from "react";
import { adminWords } from "@/app/admin/words";
import { AdminWordsProvider } from "@/app/admin/words-context";

/** The words of the form of a kind of order. It guards nothing: every page and action asks for its own grant. */
export default async function KindsLayout({ children }: { children: ReactNode }) {
  return (
    <AdminWordsProvider section="kinds" words={await adminWords.kinds()}>
      {children}
    </AdminWordsProvider>
  );
}
