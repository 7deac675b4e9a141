import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function ApplicationsLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="applications">{children}</SectionLayout>;
}
