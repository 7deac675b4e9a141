import { NavLinks } from "@/components/layout/nav-links";
import { menuNav, providerNav } from "@/components/layout/nav-looks";
import { HistoryIcon, PeopleIcon, SearchIcon, StubsIcon } from "@/components/ui/icons";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { type Actor, can, type ProviderActor, unnamedDevice } from "@/model/access";
import { deskPlaces } from "./desk-places";

/** Navigation of a provider's person, limited by the provider's applications and the role. */
function placesOf(actor: ProviderActor, nav: Messages["common"]["nav"]) {
  if (unnamedDevice(actor)) return [{ href: "/consultar", label: nav.lookUp, icon: <SearchIcon /> }];
  return [
    ...(actor.provider.opensLookUp
      ? [
          { href: "/consultar", label: nav.lookUp, icon: <SearchIcon /> },
          { href: "/historial", label: nav.history, icon: <HistoryIcon /> },
        ]
      : []),
    { href: "/aplicaciones", label: nav.applications, icon: <StubsIcon /> },
    // Who manages no team finds this device in the account's menu, under its own name.
    ...(can(actor, "team.manage") ? [{ href: "/equipo", label: nav.team, icon: <PeopleIcon /> }] : []),
  ];
}

/** A strip under the top bar on wide screens; on a phone the menu has the same links. */
export async function ProviderNav({ actor }: { actor: ProviderActor }) {
  const { nav } = (await currentMessages()).common;
  const items = placesOf(actor, nav).map(({ href, label }) => ({ href, label }));
  return <NavLinks look={providerNav} label={nav.provider} items={items} />;
}

/** The places in the menu; somebody of the caja has them beside each page of the desk too, where there is room. */
export async function MenuPlaces({ actor }: { actor: Actor }) {
  const { nav, frame } = (await currentMessages()).common;
  const items = actor.kind === "provider" ? placesOf(actor, nav) : await deskPlaces(actor);
  return (
    <NavLinks
      look={actor.kind === "caja" ? { ...menuNav, nav: "md:hidden" } : menuNav}
      label={frame.menu}
      items={items}
    />
  );
}
