import type { ReactNode } from "react";
import { adminWords } from "@/app/admin/words";
import { AdminWordsProvider } from "@/app/admin/words-context";

/** The words of the forms of the orders. It guards nothing: every page and action asks for its own grant. */
export default async function OrdersLayout({ children }: { children: ReactNode }) {
  return (
    <AdminWordsProvider section="orders" words={await adminWords.orders()}>
      {children}
    </AdminWordsProvider>
  );
}
