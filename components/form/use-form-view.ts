"use client";

import { useLanguage } from "@/components/layout/language";
import { type FormView, formView } from "./form-view";

/** How a form looks after the last answer, with dates in the language of the page. */
export function useFormView(options: Omit<Parameters<typeof formView>[0], "language">): FormView {
  return formView({ ...options, language: useLanguage() });
}
