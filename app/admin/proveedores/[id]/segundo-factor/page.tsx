import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { FactorReset } from "@/app/admin/_people/factor-reset";
import { Page } from "@/components/layout/page";
import { emptyClass } from "@/components/ui/empty";
import { readFactorHolders, readFactorReset } from "@/domain/factor/reset";
import { readProvider } from "@/domain/provider/standing";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { requestHolderResetAction, withdrawHolderResetAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.people.reset.holdersLink };
}

/** Who of a provider has a second factor, and lets one of them who lost it enrol another. */
async function ProviderFactorPage({ params }: Props) {
  const grant = await requireGrant("people.manage");
  const { id } = await params;
  const provider = await readProvider(authorize(grant.actor, "provider.read"), id);
  if (!provider) notFound();
  const [holders, { admin, account }] = await Promise.all([
    readFactorHolders(grant, provider.id),
    currentMessages(),
  ]);
  const t = admin.people.reset;
  const resets = await Promise.all(holders.map(({ personId }) => readFactorReset(grant, personId)));
  return (
    <Page
      title={t.holdersTitle(provider.legalName)}
      back={{ href: `/admin/proveedores/${id}`, label: provider.legalName }}
      width="admin"
    >
      <div className="max-w-2xl">
        <p>{t.text}</p>
        {holders.length === 0 ? <p className={emptyClass}>{t.noHolders}</p> : null}
        {holders.map(({ personId, name, email, role }, at) => (
          <section key={personId} aria-label={name}>
            <h2>{name}</h2>
            <p>
              {email} · {account.team.roles[role]}
            </p>
            <FactorReset
              reset={resets[at] ?? null}
              hidden={{ provider: id, person: personId }}
              request={requestHolderResetAction}
              withdraw={withdrawHolderResetAction}
            />
          </section>
        ))}
      </div>
    </Page>
  );
}

export default unlessDown(ProviderFactorPage);
