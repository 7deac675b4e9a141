import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { readOwners } from "@/domain/provider/file";
import { readNamedOwner } from "@/domain/provider/owner";
import { readProvider, readProviderSeen } from "@/domain/provider/standing";
import { shortDate } from "@/lib/format/date";
import { currentMessages } from "@/messages";
import { withdrawOwnerAction } from "../actions";
import { OwnerForm } from "../owner-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.providers.ownerLink };
}

/** Names another owner of a provider whose only one left, or shows who was named and the code to tell them. */
async function OwnerPage({ params }: Props) {
  const grant = await requireGrant("provider.manage");
  const { id } = await params;
  const seen = await readProviderSeen(grant, id);
  const [provider, owners, named, { admin }] = await Promise.all([
    readProvider(grant, id),
    readOwners(grant, id),
    readNamedOwner(grant, id),
    currentMessages(),
  ]);
  if (!provider) notFound();
  const t = admin.providers;
  const names = owners.map(({ name, email }) => `${name}, ${email}`).join("; ");
  return (
    <Page
      title={t.ownerTitle(provider.legalName)}
      back={{ href: `/admin/proveedores/${id}`, label: provider.legalName }}
      width="admin"
    >
      <div className="max-w-2xl">
        <p>{t.ownerText}</p>
        <SummaryList
          rows={[
            { label: t.ownerNow, value: names || t.ownerNone },
            ...(named
              ? [
                  { label: t.ownerNamed, value: `${named.name}, ${named.email}` },
                  { label: t.ownerNamedOn, value: shortDate(named.namedAt) },
                  { label: t.ownerProof, value: named.proof ?? "" },
                  { label: t.ownerCode, value: named.code },
                ]
              : []),
          ]}
        />
        {named ? (
          <>
            <p>{t.ownerCodeText}</p>
            <OneButtonForm
              action={withdrawOwnerAction}
              hidden={{ provider: id, invitation: named.id }}
              label={t.ownerWithdraw}
              variant="outline"
            />
          </>
        ) : null}
        {named || (provider.approvedAt && owners.length < 2) ? null : (
          <p>{provider.approvedAt ? t.ownerRemains : t.ownerUnapproved}</p>
        )}
      </div>
      {!named && provider.approvedAt && owners.length < 2 ? (
        <OwnerForm hidden={{ provider: id, seen }} />
      ) : null}
    </Page>
  );
}

export default unlessDown(OwnerPage);
