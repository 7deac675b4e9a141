import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { readProviderFile } from "@/domain/provider/file";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { ProviderFacts } from "./provider-facts";
import { ProviderHead } from "./provider-head";
import { ProviderMonth } from "./provider-month";
import { ProviderRecords } from "./provider-records";
import { SectionLinks } from "./section-links";

type Props = { params: Promise<{ id: string }> };

/** Read once for the title and the page. */
const fileOf = cache(async (id: string) => readProviderFile(await requireGrant("provider.read"), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [file, { admin }] = await Promise.all([fileOf((await params).id), currentMessages()]);
  return { title: file?.provider.legalName ?? admin.providers.title };
}

/** The file of a provider: how it stands, its month, its people, places, papers, look-ups and history. */
async function ProviderPage({ params }: Props) {
  const { actor } = await requireGrant("provider.read");
  const [file, { admin }] = await Promise.all([fileOf((await params).id), currentMessages()]);
  if (!file) notFound();
  return (
    <Page
      title={file.provider.legalName}
      back={{ href: "/admin/proveedores", label: admin.providers.back }}
      width="admin"
    >
      <ProviderHead file={file} actor={actor} />
      <SectionLinks file={file} />
      <ProviderMonth file={file} seesMoney={can(actor, "settlement.read")} />
      <div className="grid items-start gap-x-6 gap-y-2 lg:grid-cols-2 *:min-w-0">
        <ProviderFacts file={file} changesAccount={can(actor, "bank_account.manage")} />
        <ProviderRecords file={file} actor={actor} />
      </div>
    </Page>
  );
}

export default unlessDown(ProviderPage);
