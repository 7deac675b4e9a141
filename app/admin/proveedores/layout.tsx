import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function ProvidersLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="providers">{children}</SectionLayout>;
}
