import { DeferredWordsProvider } from "@/app/_offline/deferred-words";
import { KeepOffline } from "@/app/_offline/keep-offline";
import { SendWaiting } from "@/app/_offline/send-waiting";
import { frameActor } from "@/app/_server/auth/frame-actor";
import { NavLinks } from "@/components/layout/nav-links";
import { providerNav } from "@/components/layout/nav-looks";
import { HistoryIcon, PeopleIcon, SearchIcon, StubsIcon } from "@/components/ui/icons";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";

/** The provider's frame. It guards nothing: every page and action asks for its own grant. */
export default async function ProviderLayout({ children }: { children: React.ReactNode }) {
  const [{ common, offline }, actor] = await Promise.all([currentMessages(), frameActor()]);
  const { nav } = common;
  return (
    <>
      {actor?.kind === "provider" ? (
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
      ) : null}
      {actor?.kind === "provider" && actor.provider.applications.includes("CONVENIOS") ? (
        <>
          <KeepOffline />
          <DeferredWordsProvider words={offline.late}>
            <SendWaiting />
          </DeferredWordsProvider>
        </>
      ) : null}
      {children}
    </>
  );
}
