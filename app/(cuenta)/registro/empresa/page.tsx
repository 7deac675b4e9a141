import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { municipalityNames } from "@/domain/account/company";
import { municipalityName } from "@/domain/place/municipalities";
import { currentMessages } from "@/messages";
import { formatPhone } from "@/model/identity/format";
import { requireDraft } from "../../draft";
import { CompanyForm } from "./company-form";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: `${account.company.stepTitle} — ${account.step(2)} — ${account.registration}` };
}

export default async function CompanyPage() {
  const { draft } = await requireDraft();
  const { account } = await currentMessages();
  const { company } = draft.answers;
  const known = company
    ? {
        ...company,
        checkDigit: String(company.checkDigit),
        municipality: municipalityName(company.municipality),
        phone: formatPhone(company.phone),
      }
    : {};
  return (
    <Page
      title={account.company.stepTitle}
      step={account.step(2)}
      back={{ href: "/registro/autorizacion", label: account.back }}
    >
      <CompanyForm known={known}>
        <datalist id="municipios">
          {municipalityNames().map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </CompanyForm>
    </Page>
  );
}
