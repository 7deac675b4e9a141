import type { ReactNode } from "react";
import { formWords } from "@/app/_server/form-words";
import { FormWordsProvider } from "@/components/form/form-words";

/** The words of the steps' forms. It guards nothing: each step looks for its own draft. */
export default async function RegistrationLayout({ children }: { children: ReactNode }) {
  return <FormWordsProvider words={await formWords()}>{children}</FormWordsProvider>;
}
