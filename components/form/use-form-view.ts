"use client";

import { useLanguage } from "@/components/layout/language";
import { type FormView, formView } from "./form-view";

/** View of a form after the last answer, with dates in the page's language. */
export function useFormView(options: Omit<Parameters<typeof formView>[0], "language">): FormView {
  return formView({ ...options, language: useLanguage() });
}
