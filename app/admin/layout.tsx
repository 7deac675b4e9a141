import { AdminFrame } from "@/app/_frame/admin-frame";
import { frameActor } from "@/app/_server/auth/frame-actor";
import { SearchKey } from "./search-key";
import { StaleBanner } from "./stale-banner";

/** The caja's frame. It checks no access: every page asks for its own grant. */
export default async function AdminLayout({ children }: { children: React.ReactNode }) {
  const actor = await frameActor();
  if (actor?.kind !== "caja") return children;
  return (
    <>
      <SearchKey />
      <StaleBanner actor={actor} />
      <AdminFrame actor={actor}>{children}</AdminFrame>
    </>
  );
}
