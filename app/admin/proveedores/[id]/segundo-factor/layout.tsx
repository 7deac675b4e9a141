import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

/** Its form is the one of the people of the caja. */
export default function ProviderFactorLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="people">{children}</SectionLayout>;
}
