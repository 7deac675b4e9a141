import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Crossings, FoundRequest } from "@/db/queries/request-desk";
import { municipalityName } from "@/domain/place/municipalities";
import { longDate, shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { agreementNumber } from "@/model/agreement-number";
import { formatNit, formatPhone } from "@/model/identity/format";
import { nitCheckDigit } from "@/model/identity/nit";

type Props = { request: FoundRequest; crossings: Crossings };

async function wordsAndLanguage() {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  return { t: admin.requests, language };
}

/** Automatic checks of a request: facts, not a decision. */
export async function Checks({ request, crossings }: Props) {
  const { t, language } = await wordsAndLanguage();
  const right = nitCheckDigit(request.nit);
  const { convenios, sameNit, sameEmail } = crossings;
  // A request from before numbers had one spelling keeps its own.
  const asked = agreementNumber(request.agreementNumber ?? "");
  const named = convenios.some(({ number }) => agreementNumber(number) === asked);
  return (
    <section aria-labelledby="revisado">
      <h2 id="revisado">{t.checks}</h2>
      <SummaryList
        rows={[
          {
            label: t.checkDigit,
            value:
              right === request.checkDigit ? (
                <Tag signal="go">{t.checkDigitRight}</Tag>
              ) : (
                <Tag signal="stop">{t.checkDigitWrong(String(right))}</Tag>
              ),
          },
          ...(request.needsAgreement
            ? [
                {
                  label: t.convenio,
                  value: (
                    <>
                      {convenios.length === 0 ? <Tag signal="stop">{t.convenioNone}</Tag> : null}
                      {convenios.map(({ number, legalName, startsOn, endsOn, inForce }) => (
                        <Fact
                          key={number}
                          tag={
                            <Tag signal={inForce ? "go" : "warn"}>
                              {inForce ? t.convenioInForce : t.convenioExpired}
                            </Tag>
                          }
                        >
                          {t.convenioIs(
                            number,
                            legalName,
                            longDate(startsOn, language),
                            longDate(endsOn, language),
                          )}
                        </Fact>
                      ))}
                      {request.agreementNumber && convenios.length > 0 && !named ? (
                        <Tag signal="warn">{t.otherNumber}</Tag>
                      ) : null}
                    </>
                  ),
                },
              ]
            : []),
          {
            label: t.sameNit,
            value:
              sameNit.length === 0 ? (
                <Tag signal="plain">{t.sameNitNone}</Tag>
              ) : (
                <div>
                  {sameNit.map(({ id, legalName, approved }) => (
                    <Fact
                      key={id}
                      tag={
                        <Tag signal={approved ? "stop" : "warn"}>
                          {approved ? t.sameNitApproved : t.sameNitWaiting}
                        </Tag>
                      }
                    >
                      <a href={`/admin/proveedores/${id}`}>{legalName}</a>
                    </Fact>
                  ))}
                </div>
              ),
          },
          {
            label: t.sameEmail,
            value:
              sameEmail.length === 0 ? (
                <Tag signal="plain">{t.sameEmailNone}</Tag>
              ) : (
                <div>
                  {sameEmail.map(({ number, email, legalName, nit, checkDigit }) => (
                    <Fact key={number} tag={<Tag signal="warn">{t.seen}</Tag>}>
                      {email}: {legalName}, {formatNit(nit, checkDigit)}
                    </Fact>
                  ))}
                </div>
              ),
          },
        ]}
      />
    </section>
  );
}

function Fact({ tag, children }: { tag: ReactNode; children: ReactNode }) {
  return (
    <span className="mb-1 block">
      {tag} <span className="block">{children}</span>
    </span>
  );
}

/** The requests that compete for one NIT, side by side. */
export async function Competing({ request, crossings }: Props) {
  if (crossings.pending.length === 0) return null;
  const { t, language } = await wordsAndLanguage();
  return (
    <section aria-labelledby="mismo-nit">
      <h2 id="mismo-nit">{t.pending}</h2>
      <p>{t.pendingText}</p>
      <DataTable
        caption={t.pending}
        empty=""
        columns={{
          filingNumber: t.filingNumber,
          legalName: t.legalName,
          sent: t.sent,
          place: t.municipality,
          address: t.address,
          phone: t.phone,
        }}
        rows={[request, ...crossings.pending].map((one) => ({
          filingNumber:
            one.id === request.id ? (
              <>
                <span className="tabular-nums lining-nums">{one.filingNumber}</span> ({t.thisOne})
              </>
            ) : (
              <a className="tabular-nums lining-nums" href={`/admin/solicitudes/${one.filingNumber}`}>
                {one.filingNumber}
              </a>
            ),
          legalName: one.legalName,
          sent: shortDateTime(one.submittedAt, language),
          place: municipalityName(one.municipality),
          address: one.address,
          phone: formatPhone(one.phone),
        }))}
      />
    </section>
  );
}
