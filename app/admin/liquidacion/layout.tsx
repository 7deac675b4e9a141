import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function SettlementLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="settlement">{children}</SectionLayout>;
}
