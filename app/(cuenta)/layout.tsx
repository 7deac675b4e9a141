import type { ReactNode } from "react";
import { accountWords } from "./words";
import { AccountWordsProvider } from "./words-context";

/** The words of the account's forms. It guards nothing: each step looks for its own draft, each page for its link. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  return <AccountWordsProvider words={await accountWords()}>{children}</AccountWordsProvider>;
}
