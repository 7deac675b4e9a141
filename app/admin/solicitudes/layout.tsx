import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function RequestsLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="requests">{children}</SectionLayout>;
}
