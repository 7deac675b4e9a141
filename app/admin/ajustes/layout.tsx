import type { ReactNode } from "react";
import { SectionLayout } from "@/app/admin/section-layout";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SectionLayout section="settings">{children}</SectionLayout>;
}
