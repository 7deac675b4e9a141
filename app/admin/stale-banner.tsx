import { cajaDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { call } from "@/db/contract/call";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { type CajaActor, can } from "@/model/access";
import { overdue } from "./overdue";

/** Banner on every page of the caja while the file of orders is overdue. */
export async function StaleBanner({ actor }: { actor: CajaActor }) {
  const stale = await call(cajaDatabase(), "find_stale_import", {}).catch((error: unknown) => {
    if (isDatabaseDown(error)) return null; // the page itself reports an outage
    throw error;
  });
  if (!stale) return null;
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { imports: t } = admin;
  return (
    <aside className={overdue} aria-label={t.staleLabel}>
      <p>
        {t.stale(dateTime(stale.finishedAt, language), stale.hours)}{" "}
        {can(actor, "order.import") ? <a href="/admin/ordenes/importar">{t.staleAction}</a> : null}
      </p>
    </aside>
  );
}
