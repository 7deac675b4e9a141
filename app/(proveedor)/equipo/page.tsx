import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { Note } from "@/components/ui/note";
import { SummaryList } from "@/components/ui/summary-list";
import { Unbroken } from "@/components/ui/unbroken";
import { databaseFor } from "@/db/client";
import { listOpenBranches } from "@/db/queries/branch";
import { isOnlyOwner, readTeam } from "@/domain/team/team";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { cancelAction, resendAction } from "./actions";
import { DevicesSection } from "./devices-section";
import { InviteForm } from "./invite-form";
import { PlacesSection } from "./places-section";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.team.title };
}

export default async function TeamPage({
  searchParams,
}: {
  searchParams: Promise<{ hecho?: string | string[] }>;
}) {
  const { hecho } = await searchParams;
  const grant = await requireGrant("team.manage");
  const [{ members, invitations }, branches, { account, common, places }, language] = await Promise.all([
    readTeam(grant),
    listOpenBranches(databaseFor(grant), grant),
    currentMessages(),
    currentLanguage(),
  ]);
  const { team } = account;
  return (
    <Page title={team.title}>
      {hecho === "quitado" ? <Done>{places.paired.done.quitado}</Done> : null}
      <p>{team.lead}</p>
      <h2>{team.members}</h2>
      {members.map(({ personId, name, email, role }) => (
        <section key={personId} aria-label={name}>
          <h3>
            {name} {personId === grant.actor.personId ? team.you : null}
          </h3>
          <SummaryList
            rows={[
              { label: team.form.email, value: <Unbroken text={email} /> },
              { label: team.form.role, value: team.roles[role] },
            ]}
          />
          {isOnlyOwner(members, { personId }) ? (
            <p className="text-hint text-ink-soft">{common.refusals.last_owner}</p>
          ) : (
            <ButtonLink href={`/equipo/quitar/${personId}`} variant="text">
              {team.remove} <span className="sr-only">{name}</span>
            </ButtonLink>
          )}
        </section>
      ))}
      {invitations.length > 0 ? <h2>{team.pending}</h2> : null}
      {invitations.map(({ id, name, email, role, invitedAt }) => (
        <section key={id} aria-label={name}>
          <h3>{name}</h3>
          <p>
            <Unbroken text={email} /> · {team.roles[role]}
          </p>
          <p className="text-hint text-ink-soft">{team.sentOn(dateTime(invitedAt, language))}</p>
          <OneButtonForm
            action={resendAction}
            hidden={{ invitation: id }}
            label={team.resend}
            variant="outline"
          />
          <OneButtonForm
            action={cancelAction}
            hidden={{ invitation: id }}
            label={team.cancel}
            variant="text"
          />
        </section>
      ))}
      <h2>{team.inviteHeading}</h2>
      {grant.actor.provider.applications.length > 0 ? (
        <InviteForm />
      ) : (
        <Note>
          <p>{common.refusals.team_not_approved}</p>
        </Note>
      )}
      <PlacesSection branches={branches} />
      <DevicesSection grant={grant} />
    </Page>
  );
}
