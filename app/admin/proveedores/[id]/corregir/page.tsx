import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { municipalityNames } from "@/domain/account/company";
import { municipalityName } from "@/domain/place/municipalities";
import { readProvider, readProviderSeen, readRepresentative } from "@/domain/provider/standing";
import { currentMessages } from "@/messages";
import { formatPhone } from "@/model/identity/format";
import { CorrectForm } from "../correct-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.providers.correctLink };
}

/** Corrects a provider's data, with a reason that its owners read. */
async function CorrectPage({ params }: Props) {
  const grant = await requireGrant("provider.manage");
  const { id } = await params;
  const seen = await readProviderSeen(grant, id);
  const [provider, person, { admin, account }] = await Promise.all([
    readProvider(grant, id),
    readRepresentative(grant, id),
    currentMessages(),
  ]);
  if (!provider) notFound();
  const t = admin.providers;
  return (
    <Page
      title={t.correctTitle(provider.legalName)}
      back={{ href: `/admin/proveedores/${id}`, label: provider.legalName }}
      width="admin"
    >
      <p>{t.correctText}</p>
      <CorrectForm
        hidden={{ provider: id, person: person?.id ?? "", seen }}
        idKinds={Object.entries(account.person.idKinds).map(([value, label]) => ({ value, label }))}
        known={{
          legalName: provider.legalName,
          municipality: municipalityName(provider.municipality),
          address: provider.address,
          phone: formatPhone(provider.phone),
          personName: person?.name ?? "",
          idKind: person?.idKind ?? "",
          idNumber: person?.idNumber ?? "",
          mobile: person?.mobile ? formatPhone(person.mobile) : "",
        }}
      >
        <datalist id="municipios">
          {municipalityNames().map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </CorrectForm>
    </Page>
  );
}

export default unlessDown(CorrectPage);
