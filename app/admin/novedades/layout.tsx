import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function ReportsLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="reports">{children}</SectionLayout>;
}
