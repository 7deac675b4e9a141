import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function AgreementsLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="agreements">{children}</SectionLayout>;
}
