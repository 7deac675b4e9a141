import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { areWhole, type WholeAnswers } from "@/domain/account/answers";
import { municipalityName } from "@/domain/place/municipalities";
import { currentMessages } from "@/messages";
import { formatIdNumber, formatNit, formatPhone } from "@/model/identity/format";
import { requireDraft } from "../../draft";
import { submitAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: `${account.review.stepTitle} — ${account.step(4)} — ${account.registration}` };
}

export default async function ReviewPage() {
  const { draft } = await requireDraft();
  const { answers, purposes } = draft;
  if (!areWhole(answers)) redirect(answers.company ? "/registro/persona" : "/registro/empresa");
  const { account } = await currentMessages();
  const { review } = account;
  const row = (href: string) => (label: string, value: string) => ({
    label,
    value,
    action: { href, label: review.change, hidden: review.the(label) },
  });
  const { company, person } = shown(answers, account.person.idKinds);
  const labels = { ...account.company.form, person: account.person.form };
  const ofCompany = row("/registro/empresa");
  const ofPerson = row("/registro/persona");
  const ofConsent = row("/registro/autorizacion");
  return (
    <Page
      title={review.stepTitle}
      step={account.step(4)}
      back={{ href: "/registro/persona", label: account.back }}
    >
      <h2>{review.companyHeading}</h2>
      <SummaryList
        rows={[
          ofCompany(labels.nit, company.nit),
          ofCompany(labels.legalName, company.legalName),
          ofCompany(labels.municipality, company.municipality),
          ofCompany(labels.address, company.address),
          ofCompany(labels.phone, company.phone),
        ]}
      />
      <h2>{review.personHeading}</h2>
      <SummaryList
        rows={[
          ofPerson(labels.person.name, person.name),
          ofPerson(labels.person.idKind, person.idKind),
          ofPerson(labels.person.idNumber, person.idNumber),
          ofPerson(labels.person.email, person.email),
          ofPerson(labels.person.mobile, person.mobile),
        ]}
      />
      <h2>{review.consentHeading}</h2>
      <p>{review.consented}</p>
      <SummaryList
        rows={[ofConsent(review.messages, purposes.includes("messages") ? review.yes : review.no)]}
      />
      <OneButtonForm action={submitAction} label={review.submit} />
    </Page>
  );
}

function shown({ company, person }: WholeAnswers, idKinds: Readonly<Record<string, string>>) {
  return {
    company: {
      ...company,
      nit: formatNit(company.nit, company.checkDigit),
      municipality: municipalityName(company.municipality),
      phone: formatPhone(company.phone),
    },
    person: {
      ...person,
      idKind: idKinds[person.idKind] ?? person.idKind,
      idNumber: formatIdNumber(person.idNumber),
      mobile: formatPhone(person.mobile),
    },
  };
}
