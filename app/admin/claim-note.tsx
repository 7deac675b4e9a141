import { Note } from "@/components/ui/note";
import { SignalWord } from "@/components/ui/tag";
import { type Claim, claimsOfHolders } from "@/domain/rights/claims";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { type CajaActor, can } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import type { RightsKind } from "@/model/rights";

/** Beside somebody's data: that they claim something about them, until it is decided (Ley 1581 de 2012, art. 15). */
export async function ClaimNote({
  actor,
  idKind,
  idNumber,
}: {
  actor: CajaActor;
  idKind: string;
  idNumber: string;
}) {
  const [claimsOf, { admin }, language] = await Promise.all([
    claimsOfHolders(actor),
    currentMessages(),
    currentLanguage(),
  ]);
  const claims = claimsOf(idKind, idNumber);
  if (claims.length === 0) return null;
  const t = admin.rights;
  return (
    <Note title={t.claim}>
      {claims.map(({ number, kind, wholeAt }) => (
        <p key={number}>
          {t.claimText(t.kinds[kind as RightsKind], longDate(bogotaDay(wholeAt), language))}{" "}
          {can(actor, "rights.read") ? (
            <a
              className="inline-flex min-h-6 items-center whitespace-nowrap"
              href={`/admin/habeas-data/${number}`}
            >
              {number}
            </a>
          ) : null}
        </p>
      ))}
    </Note>
  );
}

/** The same within a list, beside a name or a number. */
export async function ClaimMark({ actor, claims }: { actor: CajaActor; claims: readonly Claim[] }) {
  if (claims.length === 0) return null;
  const { rights: t } = (await currentMessages()).admin;
  return claims.map(({ number, kind }) => {
    const mark = <SignalWord signal="warn">{t.claimMark(t.kinds[kind as RightsKind])}</SignalWord>;
    return (
      <span key={number} className="block text-sm">
        {can(actor, "rights.read") ? <a href={`/admin/habeas-data/${number}`}>{mark}</a> : mark}
      </span>
    );
  });
}
