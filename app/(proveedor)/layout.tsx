import { AtCounter } from "@/app/_frame/at-counter";
import { WorkingFor } from "@/app/_frame/working-for";
import { DeferredWordsProvider } from "@/app/_offline/deferred-words";
import { KeepOffline } from "@/app/_offline/keep-offline";
import { SendWaiting } from "@/app/_offline/send-waiting";
import { frameActor } from "@/app/_server/auth/frame-actor";
import { FormsFor } from "@/components/form/forms-for";
import { currentMessages } from "@/messages";

/** The provider's frame. It checks no access: every page and action asks for its own grant. */
export default async function ProviderLayout({ children }: { children: React.ReactNode }) {
  const [{ offline, session }, actor] = await Promise.all([currentMessages(), frameActor()]);
  const page =
    actor?.kind === "provider" ? <FormsFor provider={actor.provider.id}>{children}</FormsFor> : children;
  return (
    <>
      {actor?.kind === "provider" && actor.provider.opensLookUp ? (
        <>
          <KeepOffline />
          <DeferredWordsProvider words={offline.late}>
            <SendWaiting />
          </DeferredWordsProvider>
        </>
      ) : null}
      {actor?.kind === "provider" && actor.ownProviders.length > 1 ? (
        <WorkingFor
          provider={{ id: actor.provider.id, legalName: actor.provider.legalName }}
          label={session.choice.workingFor}
          switched={session.choice.switched(actor.provider.legalName)}
          reload={session.choice.reload}
        />
      ) : null}
      {actor?.kind === "provider" && actor.pairedDevice ? <AtCounter actor={actor} /> : null}
      {page}
    </>
  );
}
