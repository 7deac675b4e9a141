import type { Metadata } from "next";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";
import { formatPhone } from "@/model/identity/format";
import { requireDraft } from "../../draft";
import { PersonForm } from "./person-form";

export async function generateMetadata(): Promise<Metadata> {
  const { account } = await currentMessages();
  return { title: `${account.person.stepTitle} — ${account.step(3)} — ${account.registration}` };
}

export default async function PersonPage() {
  const { draft } = await requireDraft();
  const { account } = await currentMessages();
  const { person } = draft.answers;
  return (
    <Page
      title={account.person.stepTitle}
      step={account.step(3)}
      back={{ href: "/registro/empresa", label: account.back }}
    >
      <PersonForm
        idKinds={Object.entries(account.person.idKinds).map(([value, label]) => ({ value, label }))}
        known={person ? { ...person, mobile: formatPhone(person.mobile) } : {}}
      />
    </Page>
  );
}
