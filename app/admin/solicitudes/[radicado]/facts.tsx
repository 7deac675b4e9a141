import { ClaimMark } from "@/app/admin/claim-note";
import { accountText } from "@/components/bank-account/account-text";
import { SummaryList } from "@/components/ui/summary-list";
import { Timeline } from "@/components/ui/timeline";
import type { FoundRequest, listEvents, listPeople, StoredDocument } from "@/db/queries/request-desk";
import type { openPerson } from "@/domain/account/sealed-fields";
import type { readRequestAccount } from "@/domain/bank-account/read";
import { municipalityName } from "@/domain/place/municipalities";
import { claimsOfPeople } from "@/domain/rights/claims";
import { dateTime, shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import type { CajaActor } from "@/model/access";
import { formatIdNumber, formatNit, formatPhone } from "@/model/identity/format";
import { DeskStep } from "./desk-step";

const fold = "mb-3 border-t border-rule pt-1 print:details-content:[content-visibility:visible]";
const foldHead = "inline-flex min-h-11 cursor-pointer items-center font-bold text-link";

/** What the company wrote of itself and of its request. */
export async function Company({
  request,
  account,
}: {
  request: FoundRequest;
  account: Awaited<ReturnType<typeof readRequestAccount>>;
}) {
  const [{ admin, bankAccount }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.requests;
  return (
    <section aria-labelledby="empresa">
      <h2 id="empresa">{t.company}</h2>
      <SummaryList
        rows={[
          { label: t.legalName, value: request.legalName },
          { label: t.nit, value: formatNit(request.nit, request.checkDigit) },
          { label: t.application, value: request.application },
          ...((request.needsAgreement && !request.renews) || request.agreementNumber
            ? [{ label: t.agreementNumber, value: request.agreementNumber ?? t.notProvided }]
            : []),
          { label: t.municipality, value: municipalityName(request.municipality) },
          { label: t.address, value: request.address },
          { label: t.phone, value: formatPhone(request.phone) },
          { label: bankAccount.label, value: account ? accountText(account, bankAccount) : bankAccount.none },
          { label: t.sent, value: dateTime(request.filedAt, language) },
          { label: t.submittedBy, value: request.submittedBy },
        ]}
      />
    </section>
  );
}

/** Who works there, what happened, and the documents that newer ones took the place of. */
export async function PeopleAndHistory({
  people,
  events,
  replaced: documents,
  nameOf,
  at,
  writing,
  actor,
}: {
  actor: CajaActor;
  people: ReturnType<typeof openPerson<Awaited<ReturnType<typeof listPeople>>[number]>>[];
  events: Awaited<ReturnType<typeof listEvents>>;
  replaced: StoredDocument[];
  nameOf: (kind: string) => string;
  at: (change: Record<string, string>) => string;
  /** Whether a reason is being written. */
  writing: boolean;
}) {
  const [{ admin, account }, language, claims] = await Promise.all([
    currentMessages(),
    currentLanguage(),
    claimsOfPeople(
      actor,
      people.map(({ id }) => id),
    ),
  ]);
  const t = admin.requests;
  const replaced = documents.filter(({ replacedAt }) => replacedAt !== null);
  return (
    <>
      <details className={fold}>
        <summary className={foldHead}>{t.people}</summary>
        {people.map(({ id, name, email, idKind, idNumber, mobile, role }) => (
          <section key={id} aria-label={name}>
            <h3>{name}</h3>
            <ClaimMark actor={actor} claims={claims(id)} />
            <SummaryList
              rows={[
                { label: t.role, value: account.team.roles[role] },
                {
                  label: t.identity,
                  value: idNumber ? `${idKind ?? ""} ${formatIdNumber(idNumber)}` : t.unknown,
                },
                { label: t.email, value: email },
                { label: t.mobile, value: mobile ? formatPhone(mobile) : t.unknown },
              ]}
            />
          </section>
        ))}
      </details>
      <details className={fold}>
        <summary className={foldHead}>{t.timeline}</summary>
        <Timeline
          items={events.map(({ kind, at: when, by, note }) => ({
            title: t.events[kind],
            when: dateTime(when, language),
            by: by ?? undefined,
            note: note ? <span className="whitespace-pre-line">{note}</span> : undefined,
          }))}
        />
        {replaced.length > 0 ? (
          <>
            <h3>{t.replaced}</h3>
            <ul>
              {replaced.map(({ id, kind, fileName, uploadedAt }) => (
                <li key={id}>
                  <DeskStep
                    className="inline-flex min-h-11 items-center"
                    href={at({ doc: id })}
                    writing={writing}
                  >
                    {nameOf(kind)}: {fileName}, {shortDateTime(uploadedAt, language)}
                  </DeskStep>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </details>
    </>
  );
}
