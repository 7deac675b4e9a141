import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function KindsLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="kinds">{children}</SectionLayout>;
}
