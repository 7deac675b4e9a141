import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { readProviderTeam } from "@/domain/provider/access";
import { EVERYBODY } from "@/domain/provider/access-schema";
import { readProvider, readProviderSeen } from "@/domain/provider/standing";
import { currentMessages } from "@/messages";
import { EndAccessForm } from "../end-access-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.providers.accessLink };
}

/** Ends the access of one person of a provider, or of all of them. */
async function EndAccessPage({ params }: Props) {
  const grant = await requireGrant("provider.manage");
  const { id } = await params;
  const seen = await readProviderSeen(grant, id);
  const [provider, team, { admin, account }] = await Promise.all([
    readProvider(grant, id),
    readProviderTeam(grant, id),
    currentMessages(),
  ]);
  if (!provider) notFound();
  const t = admin.providers;
  const people = team.map(({ id: value, name, email, role }) => ({
    value,
    label: name,
    hint: `${account.team.roles[role]}, ${email}`,
  }));
  const everybody = people.length > 1 ? [{ value: EVERYBODY, label: t.accessEverybody }] : [];
  return (
    <Page
      title={t.accessTitle(provider.legalName)}
      back={{ href: `/admin/proveedores/${id}`, label: provider.legalName }}
      width="admin"
    >
      <div className="max-w-2xl">
        <p>{t.accessText}</p>
        <p>{people.length > 0 ? t.accessLastOwner : t.nobody}</p>
      </div>
      {people.length > 0 ? (
        <EndAccessForm hidden={{ provider: id, seen }} people={[...people, ...everybody]} />
      ) : null}
    </Page>
  );
}

export default unlessDown(EndAccessPage);
