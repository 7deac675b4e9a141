import { AdminFrame } from "@/app/_frame/admin-frame";
import { ProviderNav } from "@/app/_frame/provider-nav";
import { frameActor } from "@/app/_server/auth/frame-actor";

/** Whoever is signed in keeps the way back to their work beside the manual. */
export default async function ManualLayout({ children }: { children: React.ReactNode }) {
  const actor = await frameActor();
  if (actor?.kind === "caja") return <AdminFrame actor={actor}>{children}</AdminFrame>;
  return (
    <>
      {actor?.kind === "provider" ? <ProviderNav actor={actor} /> : null}
      {children}
    </>
  );
}
