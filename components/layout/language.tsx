"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "@/messages";

const LanguageContext = createContext<Language>("es-CO");

/** Provides the page's language to client components, as `currentLanguage` does on the server. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The page's language, for formatting in the browser. */
export const useLanguage = (): Language => useContext(LanguageContext);
