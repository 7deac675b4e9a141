import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function RightsLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="rights">{children}</SectionLayout>;
}
