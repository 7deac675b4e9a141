import type { Metadata } from "next";
import { InstallHint } from "@/app/_offline/install-hint";
import { requireGrant } from "@/app/_server/auth/session";
import { type Query, refusalIn } from "@/app/_server/http/answered";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { Unbroken } from "@/components/ui/unbroken";
import { databaseFor } from "@/db/client";
import { countFoundBy } from "@/db/queries/lookup";
import { findOwnCompany, listApplications } from "@/db/queries/provider-application";
import { listOwnRequests } from "@/db/queries/request";
import { currentCaja } from "@/domain/caja/profile";
import { listRenewals } from "@/domain/request/renew";
import { newestRequest } from "@/domain/request/rules";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { formatNit } from "@/model/identity/format";
import { pauseTexts } from "../pause-text";
import { ApplicationCard } from "./application-card";

export async function generateMetadata(): Promise<Metadata> {
  const { requests } = await currentMessages();
  return { title: requests.launcher.title };
}

/** The hint to install appears after two uses of the counter, never at the first visit. */
const SECOND_FOUND = 2;

/** The company's applications. A renewal that could not be filed leads here, and the page says why. */
export default async function ApplicationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const grant = await requireGrant("application.view");
  const db = databaseFor(grant);
  const query = await searchParams;
  const [applications, own, renewals, company, caja, { common, offline, practice, requests }, found, paused] =
    await Promise.all([
      listApplications(db),
      listOwnRequests(db, grant),
      listRenewals(grant),
      findOwnCompany(db, grant),
      currentCaja(),
      currentMessages(),
      countFoundBy(db, grant),
      pauseTexts(grant),
    ]);
  const { provider } = grant.actor;
  const { pause, coming } = paused;
  const refusal = refusalIn(query, common.refusals);
  return (
    <Page title={requests.launcher.title}>
      {refusal ? <FormMessage>{common.refusals[refusal]}</FormMessage> : null}
      <p className="text-hint text-ink-soft">
        <Unbroken
          text={requests.launcher.company(provider.legalName, formatNit(provider.nit, provider.checkDigit))}
        />
      </p>
      {applications.length === 0 ? <p>{requests.launcher.empty}</p> : null}
      {applications.map((application) => (
        <ApplicationCard
          key={application.code}
          application={application}
          granted={provider.applications.includes(application.code)}
          suspension={provider.suspended ? (company?.suspensionReason ?? "") : null}
          pause={application.opensLookUp ? pause : null}
          coming={application.opensLookUp ? coming : null}
          last={newestRequest(own, application.code)}
          renewal={renewals.find(({ applicationCode }) => applicationCode === application.code) ?? null}
          isOwner={can(grant.actor, "application.request")}
          caja={caja}
        />
      ))}
      {can(grant.actor, "order.look_up") && !provider.opensLookUp ? (
        <p>
          <a href="/practica">{practice.link}</a>
        </p>
      ) : null}
      {found >= SECOND_FOUND ? <InstallHint {...offline.install} /> : null}
    </Page>
  );
}
