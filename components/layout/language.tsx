"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "@/messages";

const LanguageContext = createContext<Language>("es-CO");

/** Tells the components of the browser in which language the page is, as `currentLanguage` does on the server. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language of the page, for what the browser formats by itself. */
export const useLanguage = (): Language => useContext(LanguageContext);
