import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function PeopleLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="people">{children}</SectionLayout>;
}
