import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function OrdersLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="orders">{children}</SectionLayout>;
}
