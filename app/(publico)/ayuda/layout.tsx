import { AdminFrame } from "@/app/_frame/admin-frame";
import { frameActor } from "@/app/_server/auth/frame-actor";

/** Keeps the caja's navigation beside the manual for its people. */
export default async function ManualLayout({ children }: { children: React.ReactNode }) {
  const actor = await frameActor();
  return actor?.kind === "caja" ? <AdminFrame actor={actor}>{children}</AdminFrame> : children;
}
