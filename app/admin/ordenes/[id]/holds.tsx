import type { Hold } from "@/db/queries/order-hold";
import { type DateLanguage, shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";

/** Each reason of a review; a report's leads to the report. */
export async function Holds({ holds }: { holds: readonly Hold[] }) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { holds: t } = admin.life;
  return (
    <div>
      {holds.map((hold) => (
        <p className="m-0" key={hold.id}>
          {hold.folio ? (
            <a className="inline-flex min-h-11 items-center" href={`/admin/novedades/${hold.folio}`}>
              {t.report(hold.folio)}
            </a>
          ) : (
            holdLabel(hold, t, language)
          )}
        </p>
      ))}
    </div>
  );
}

/** One reason in a line. */
export function holdLabel(
  { folio, person, reason, placedAt }: Hold,
  t: Messages["admin"]["life"]["holds"],
  language: DateLanguage,
): string {
  const when = shortDateTime(placedAt, language);
  return folio ? t.reportSince(folio, when) : t.person(person, when, reason);
}
