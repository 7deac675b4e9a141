import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function IncidentsLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="incidents">{children}</SectionLayout>;
}
