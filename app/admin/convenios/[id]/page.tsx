import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { inForceOf, LIST_PATH } from "@/app/admin/_orders/list-address";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { databaseFor } from "@/db/client";
import { findAgreement } from "@/db/queries/agreement";
import { shortDate } from "@/lib/format/date";
import { pathWith } from "@/lib/http/query";
import { isUuid } from "@/lib/http/uuid";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { formatNit } from "@/model/identity/format";
import { nitCheckDigit } from "@/model/identity/nit";
import { AgreementForm } from "../agreement-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.agreements.one };
}

/** One convenio: its facts, and for who may change it a form with a reason. */
async function AgreementPage({ params }: Props) {
  const grant = await requireGrant("agreement.read");
  const { id } = await params;
  const [agreement, { admin }] = await Promise.all([
    isUuid(id) ? findAgreement(databaseFor(grant), grant, id) : null,
    currentMessages(),
  ]);
  if (!agreement) notFound();
  const t = admin.agreements;
  const { number, nit, checkDigit, legalName, email, startsOn, endsOn } = agreement;
  const writes = can(grant.actor, "agreement.manage");
  return (
    <Page title={t.oneTitle(number)} back={{ href: "/admin/convenios", label: t.title }} width="admin">
      <div className="max-w-2xl">
        <SummaryList
          rows={[
            { label: t.nit, value: formatNit(nit, checkDigit) },
            ...(writes
              ? []
              : [
                  { label: t.company, value: legalName },
                  ...(email ? [{ label: t.form.email, value: email }] : []),
                  { label: t.form.startsOn, value: shortDate(startsOn) },
                  { label: t.form.endsOn, value: shortDate(endsOn) },
                ]),
            ...(can(grant.actor, "order.find")
              ? [
                  {
                    label: t.orders,
                    value: <a href={pathWith(LIST_PATH, inForceOf(nit))}>{t.seeOrders}</a>,
                  },
                ]
              : []),
          ]}
        />
      </div>
      {writes ? (
        <>
          <p>{t.editText}</p>
          <AgreementForm
            hidden={{
              agreement: id,
              version: agreement.version,
              number,
              nit: `${nit}-${nitCheckDigit(nit)}`,
            }}
            known={{ legalName, email: email ?? "", startsOn, endsOn }}
          />
        </>
      ) : null}
    </Page>
  );
}

export default unlessDown(AgreementPage);
