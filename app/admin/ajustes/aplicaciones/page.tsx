import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { databaseFor } from "@/db/client";
import { listApplicationDocuments, listOfferedApplications } from "@/db/queries/request-requirement";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";

const PATH = "/admin/ajustes/aplicaciones";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.applications.title };
}

/** The documents that each application asks for, as one list an application. */
async function ApplicationsPage({ searchParams }: { searchParams: Promise<{ guardado?: string }> }) {
  const grant = await requireGrant("settings.read");
  const db = databaseFor(grant);
  const [applications, documents, { guardado }, { admin }] = await Promise.all([
    listOfferedApplications(db),
    listApplicationDocuments(db),
    searchParams,
    currentMessages(),
  ]);
  const t = admin.applications;
  const edits = can(grant.actor, "settings.edit");
  return (
    <Page title={t.title} back={{ href: "/admin/ajustes", label: admin.keys.back }} width="admin">
      {guardado ? <Done>{t.saved}</Done> : null}
      <p>{t.intro}</p>
      {applications.map(({ code, title, needsAgreement }) => (
        <section key={code} aria-labelledby={`aplicacion-${code}`}>
          <h2 id={`aplicacion-${code}`}>
            {code}: {title}
          </h2>
          <p className="text-hint text-ink-soft">{needsAgreement ? t.needsAgreement : t.withoutAgreement}</p>
          <DataTable
            caption={t.caption(code)}
            empty={t.empty}
            columns={{
              name: t.document,
              need: t.need,
              age: { label: t.largestAge, numeric: true },
              renewal: { label: t.renewal, numeric: true },
            }}
            rows={documents
              .filter(({ applicationCode }) => applicationCode === code)
              .map(({ kind, name, required, largestAgeDays, renewalDays, active }) => ({
                name: <a href={`${PATH}/${code}/${kind}`}>{name}</a>,
                need: active ? (
                  <Tag signal={required ? "info" : "plain"}>{required ? t.required : t.optional}</Tag>
                ) : (
                  t.notRequested
                ),
                age: largestAgeDays === null ? t.anyAge : t.days(String(largestAgeDays)),
                renewal: renewalDays === null ? t.never : t.everyDays(String(renewalDays)),
              }))}
          />
          {edits ? (
            <p>
              <ButtonLink href={`${PATH}/${code}/nuevo`} variant="outline">
                {t.add(code)}
              </ButtonLink>
            </p>
          ) : null}
        </section>
      ))}
    </Page>
  );
}

export default unlessDown(ApplicationsPage);
