import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { readAlarms } from "@/domain/caja/alarms";
import { readMonth } from "@/domain/caja/month";
import { countWaiting, listWaiting, waitingKindsOf } from "@/domain/caja/waiting";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { can } from "@/model/access";
import { Alarms } from "./alarms";
import { MonthCharts } from "./month-charts";
import { MonthMoney } from "./month-money";
import { WaitingList } from "./waiting-list";

/** Of what waits, so many stand here; the rest is behind the links with their counts. */
const SHOWN = 12;

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.today.title };
}

/** What waits for this person and since when, how the month's orders stand in money, and what is out of order. */
async function TodayPage() {
  const grant = await requireGrant("caja.dashboard");
  const [items, waiting, month, alarms, { admin, monthReport }, language] = await Promise.all([
    listWaiting(grant, SHOWN),
    countWaiting(grant),
    readMonth(grant),
    readAlarms(databaseFor(grant), (needs) => can(grant.actor, needs)),
    currentMessages(),
    currentLanguage(),
  ]);
  const { jobs, mails, misses, key, renewals } = alarms;
  const alarmed = key !== null || renewals !== null || jobs.length + mails.length + misses.length > 0;
  const counts = waitingKindsOf(grant.actor).map((kind) => ({ kind, waiting: waiting[kind] ?? 0 }));
  return (
    <Page title={admin.today.title} width="admin">
      <p className="-mt-1 mb-2 flex max-w-none flex-wrap items-center justify-between gap-x-4 text-sm text-ink-soft tabular-nums lining-nums">
        {dateTime(new Date(), language)}
        {month.money ? (
          <a className="inline-flex min-h-11 items-center text-base" href="/admin/informes">
            {monthReport.title}
          </a>
        ) : null}
      </p>
      {month.money ? <MonthMoney money={month.money} days={month.days} actor={grant.actor} /> : null}
      <div className={alarmed ? "grid gap-x-4 lg:grid-cols-[minmax(0,1fr)_20rem]" : ""}>
        <WaitingList items={items} counts={counts} />
        {alarmed ? <Alarms alarms={alarms} /> : null}
      </div>
      <MonthCharts {...month} />
      <p>
        <a className="inline-flex min-h-11 items-center" href="/admin/avisos">
          {admin.notices.link}
        </a>
      </p>
    </Page>
  );
}

export default unlessDown(TodayPage);
