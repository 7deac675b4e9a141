import { AdminFrame } from "@/app/_frame/admin-frame";
import { frameActor } from "@/app/_server/auth/frame-actor";

/** Whoever works for the caja keeps the way back to their desk beside the manual. */
export default async function ManualLayout({ children }: { children: React.ReactNode }) {
  const actor = await frameActor();
  return actor?.kind === "caja" ? <AdminFrame actor={actor}>{children}</AdminFrame> : children;
}
