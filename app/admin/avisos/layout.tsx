import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function NoticesLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="notices">{children}</SectionLayout>;
}
