import { NavLinks } from "@/components/layout/nav-links";
import { PeopleIcon, SearchIcon, StubsIcon } from "@/components/ui/icons";
import { frameActor } from "@/lib/auth/frame-actor";
import { currentMessages } from "@/messages";

/** The provider's frame. It guards nothing: every page and action asks for its own grant. */
export default async function ProviderLayout({ children }: { children: React.ReactNode }) {
  const [{ common }, actor] = await Promise.all([currentMessages(), frameActor()]);
  const { nav } = common;
  return (
    <>
      {actor?.kind === "provider" ? (
        <nav className="nav-proveedor" aria-label={nav.provider}>
          <NavLinks
            items={[
              ...(actor.provider.applications.includes("CONVENIOS")
                ? [{ href: "/consultar", label: nav.lookUp, icon: <SearchIcon /> }]
                : []),
              { href: "/aplicaciones", label: nav.applications, icon: <StubsIcon /> },
              { href: "/equipo", label: nav.team, icon: <PeopleIcon /> },
            ]}
          />
        </nav>
      ) : null}
      {children}
    </>
  );
}
