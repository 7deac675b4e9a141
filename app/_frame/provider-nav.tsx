import { NavLinks } from "@/components/layout/nav-links";
import { providerNav } from "@/components/layout/nav-looks";
import { HistoryIcon, PeopleIcon, SearchIcon, StubsIcon } from "@/components/ui/icons";
import { currentMessages } from "@/messages";
import { can, type ProviderActor } from "@/model/access";

/** The places of a provider's person, as far as its applications and the role go. */
export async function ProviderNav({ actor }: { actor: ProviderActor }) {
  const { nav } = (await currentMessages()).common;
  return (
    <NavLinks
      look={providerNav}
      label={nav.provider}
      items={[
        ...(actor.provider.applications.includes("CONVENIOS")
          ? [
              { href: "/consultar", label: nav.lookUp, icon: <SearchIcon /> },
              { href: "/historial", label: nav.history, icon: <HistoryIcon /> },
            ]
          : []),
        { href: "/aplicaciones", label: nav.applications, icon: <StubsIcon /> },
        {
          href: can(actor, "team.manage") ? "/equipo" : "/equipo/este-equipo",
          label: nav.team,
          icon: <PeopleIcon />,
        },
      ]}
    />
  );
}
