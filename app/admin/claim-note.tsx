import { Note } from "@/components/ui/note";
import { readOpenClaims } from "@/domain/rights/claims";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { type CajaActor, can } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import type { RightsKind } from "@/model/rights";

/** Beside somebody's data: that they claim something about them, until it is decided (Ley 1581 de 2012, art. 15). */
export async function ClaimNote({ actor, idNumber }: { actor: CajaActor; idNumber: string }) {
  const [claims, { admin }, language] = await Promise.all([
    readOpenClaims(actor, idNumber),
    currentMessages(),
    currentLanguage(),
  ]);
  if (claims.length === 0) return null;
  const t = admin.rights;
  return (
    <Note title={t.claim}>
      {claims.map(({ number, kind, wholeAt }) => (
        <p key={number}>
          {t.claimText(t.kinds[kind as RightsKind], longDate(bogotaDay(wholeAt), language))}{" "}
          {can(actor, "rights.read") ? (
            <a className="whitespace-nowrap" href={`/admin/habeas-data/${number}`}>
              {number}
            </a>
          ) : null}
        </p>
      ))}
    </Note>
  );
}
