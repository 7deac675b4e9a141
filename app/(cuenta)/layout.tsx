import type { ReactNode } from "react";
import { accountWords } from "./words";
import { AccountWordsProvider } from "./words-context";

/**
 * Provides the words of the account's forms. It checks no access: each step checks its draft, each page its
 * link.
 */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  return <AccountWordsProvider words={await accountWords()}>{children}</AccountWordsProvider>;
}
