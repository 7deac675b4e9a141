import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { databaseFor } from "@/db/client";
import { listOpenBranches } from "@/db/queries/branch";
import { currentMessages } from "@/messages";
import { NameForm } from "../../name-form";

export async function generateMetadata(): Promise<Metadata> {
  const { places } = await currentMessages();
  return { title: places.title };
}

/** A branch: its name, its counters, and links to close them. */
export default async function BranchPage({ params }: { params: Promise<{ id: string }> }) {
  const grant = await requireGrant("team.manage");
  const [{ id }, branches, { places: t }] = await Promise.all([
    params,
    listOpenBranches(databaseFor(grant), grant),
    currentMessages(),
  ]);
  const branch = branches.find((known) => known.id === id);
  if (!branch) redirect("/equipo#establecimientos");
  const close = (place: { id: string; name: string }) => (
    <ButtonLink href={`/equipo/establecimientos/${id}/cerrar/${place.id}`} variant="text">
      {t.close} <span className="sr-only">{place.name}</span>
    </ButtonLink>
  );
  return (
    <Page title={branch.name} back={{ href: "/equipo", label: t.back }}>
      <NameForm
        of="branch"
        id={id}
        hidden={{ branch: id }}
        known={branch.name}
        label={t.newBranch}
        button={t.rename}
      />
      {close(branch)}
      <h2>{t.countersTitle}</h2>
      {branch.counters.map((counter) => (
        <section key={counter.id} className="mb-4" aria-label={counter.name}>
          <h3>{counter.name}</h3>
          <NameForm
            of="counter"
            id={counter.id}
            hidden={{ branch: id, counter: counter.id }}
            known={counter.name}
            label={t.counterName}
            button={t.rename}
          />
          {close(counter)}
        </section>
      ))}
      <h3>{t.newCounter}</h3>
      <NameForm
        of="counter"
        id="nueva"
        hidden={{ branch: id }}
        label={t.counterName}
        hint={t.counterHint}
        button={t.addCounter}
      />
    </Page>
  );
}
