import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { isOnlyOwner, readTeam } from "@/domain/team/team";
import { currentMessages } from "@/messages";
import { removeAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: account.team.remove };
}

/** Asks for confirmation before a person loses access. */
export default async function RemovePage({ params }: { params: Promise<{ persona: string }> }) {
  const grant = await requireGrant("team.manage");
  const [{ persona }, { members }, { account }] = await Promise.all([
    params,
    readTeam(grant),
    currentMessages(),
  ]);
  const member = members.find(({ personId }) => personId === persona);
  if (!member || isOnlyOwner(members, member)) redirect("/equipo");
  const { team } = account;
  return (
    <Page title={team.removeTitle(member.name)} back={{ href: "/equipo", label: account.back }}>
      <p>{team.removeText}</p>
      <OneButtonForm action={removeAction} hidden={{ person: member.personId }} label={team.removeConfirm} />
      <ButtonLink href="/equipo" variant="outline">
        {team.keep}
      </ButtonLink>
    </Page>
  );
}
