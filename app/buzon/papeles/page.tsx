import type { Metadata } from "next";
import { connection } from "next/server";
import { FileForm } from "@/components/form/file-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Page } from "@/components/layout/page";
import { Empty } from "@/components/ui/empty";
import { DataTable } from "@/components/ui/table";
import { formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { formatIdNumber } from "@/model/identity/format";
import { requireDemonstration } from "../demo-only";
import { listDemoPapers } from "./demo-papers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).demo.papers.title };
}

/** The papers of the demonstration's orders, so that the camera of whoever tries it has something to read. */
export default async function DemoPapersPage() {
  await connection();
  await requireDemonstration();
  const [papers, { demo }] = await Promise.all([listDemoPapers(), currentMessages()]);
  const t = demo.papers;
  return (
    <Page title={t.title} back={{ href: "/buzon", label: t.back }}>
      <p>{t.lead}</p>
      <p>{t.digits}</p>
      <DataTable
        caption={t.title}
        empty={<Empty title={t.empty}>{t.emptyText}</Empty>}
        columns={{
          order: t.order,
          affiliate: t.affiliate,
          id: { label: t.id, firm: true },
          value: { label: t.value, numeric: true },
          paper: t.paper,
        }}
        rows={papers.map(({ id, kindName, number, value, affiliateId, affiliateName }) => ({
          order: `${kindName} ${number}`,
          affiliate: affiliateName,
          id: formatIdNumber(affiliateId),
          value: formatPesos(value),
          paper: (
            <FileForm action={`/buzon/papeles/${id}`} opens>
              <SubmitButton variant="outline">{t.open(number)}</SubmitButton>
            </FileForm>
          ),
        }))}
      />
    </Page>
  );
}
