import { and, asc, count, desc, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { containing, nitPatterns, wordsIn } from "@/db/like";
import { agreements, applications, providers } from "@/db/schema/provider";
import { requestDocuments, requests } from "@/db/schema/request";
import { shownPage } from "@/lib/paging";
import type { CalendarDay } from "@/model/calendar";
import { plain } from "@/model/identity/typed";
import type { RequestFlag } from "@/model/request";

const queueTabs = {
  toDecide: ["submitted"],
  waiting: ["returned"],
  decided: ["approved", "rejected"],
} as const;
export type QueueTab = keyof typeof queueTabs;
const QUEUE_PAGE = 25;

/**
 * What of a tab is shown: those due by a day, those without a warning, those with one; and what each is, one of three as
 * in count_waiting(): corrected, a renewal that was not, or new.
 */
export type QueueFilter = "due" | "clean" | "flagged" | "fresh" | "corrected" | "renewals";

export type QueueQuery = {
  tab: QueueTab;
  /** Looked for in every tab. */
  query: string;
  page: number;
  filter?: QueueFilter | null;
  /** Code of an application. */
  application?: string | null;
  /** Requests that were sent before this day are due. */
  dueBefore?: CalendarDay;
};

/** What every list of requests says of one. */
export const requestRow = {
  id: requests.id,
  filingNumber: requests.filingNumber,
  applicationCode: requests.applicationCode,
  state: requests.state,
  filedAt: requests.filedAt,
  submittedAt: requests.submittedAt,
  decidedAt: requests.decidedAt,
  renews: requests.renews,
  legalName: providers.legalName,
  nit: providers.nit,
  checkDigit: providers.checkDigit,
};

/** What is to be looked at of the request of the row. */
export const requestFlags = sql<
  RequestFlag[]
>`(select f.flags from request_flags() f where f.request_id = ${requests.id})`;
/** The same for a list, which is joined with it, so that it is asked of the rows that are shown and filtered alone. */
const facts = sql`request_flags() facts`;
const ofFacts = sql`facts.request_id = ${requests.id}`;
const flags = sql<RequestFlag[]>`facts.flags`;
const warnings = sql`array_remove(array_remove(facts.flags, 'corrected'), 'renewal')`;

const queueRow = {
  ...requestRow,
  flags,
  /** Last day of the convenio that lasts longest; null where the NIT has none. */
  agreementEndsOn: sql<
    string | null
  >`(select max(${agreements.endsOn}) from ${agreements} where ${agreements.nit} = ${providers.nit})`,
  needsAgreement: sql<boolean>`(select ${applications.needsAgreement} from ${applications}
    where ${applications.code} = ${requests.applicationCode})`,
  documents: sql<number>`(select count(*)::int from ${requestDocuments}
    where ${requestDocuments.requestId} = ${requests.id} and ${requestDocuments.replacedAt} is null)`,
};
export type QueuedRequest = Awaited<ReturnType<typeof listRequests>>["rows"][number];

const joined = eq(providers.id, requests.providerId);

/** Every word that is typed, in any order, is in the name; or it is a NIT or a filing number. */
function matching(query: string): SQL | undefined {
  if (query === "") return undefined;
  const words = wordsIn(query).map((word) =>
    ilike(sql`plain_words(${providers.legalName})`, containing(word)),
  );
  const ways = [
    words.length > 0 ? and(...words) : undefined,
    ...nitPatterns(query).map((pattern) => ilike(providers.nit, pattern)),
    ilike(requests.filingNumber, containing(plain(query))),
  ].filter((way) => way !== undefined);
  return sql`(${sql.join(ways, sql` or `)})`;
}

const isCorrected = sql`'corrected' = any (facts.flags)`;
const isRenewal = sql`${requests.renews} and not ${isCorrected}`;
const isFresh = sql`not ${requests.renews} and not ${isCorrected}`;

function filtered({ filter, dueBefore }: Pick<QueueQuery, "filter" | "dueBefore">): SQL | undefined {
  if (filter === "due") return sql`${requests.submittedAt} < bogota_start(${dueBefore ?? "-infinity"}::date)`;
  if (filter === "clean") return sql`${warnings} = '{}'`;
  if (filter === "flagged") return sql`${warnings} <> '{}'`;
  if (filter === "renewals") return isRenewal;
  if (filter === "fresh") return isFresh;
  return filter === "corrected" ? isCorrected : undefined;
}

function wantedBy({ tab, query, filter, application, dueBefore }: QueueQuery): SQL | undefined {
  return and(
    // A search covers all states, because people do not know a request's state.
    query === "" ? inArray(requests.state, [...queueTabs[tab]]) : matching(query),
    application ? eq(requests.applicationCode, application) : undefined,
    filtered({ filter, dueBefore }),
  );
}

/**
 * One page: those that wait by their place, the decided ones newest first; `page` counts from 1, and the last one is
 * shown instead of one behind it.
 */
export async function listRequests(db: Database, queue: QueueQuery) {
  const wanted = wantedBy(queue);
  const byPlace = queue.query === "" && queue.tab !== "decided";
  const [all] = await db
    .select({ count: count() })
    .from(requests)
    .innerJoin(providers, joined)
    .innerJoin(facts, ofFacts)
    .where(wanted);
  const total = all?.count ?? 0;
  const { page, pages, offset } = shownPage(total, { size: QUEUE_PAGE, page: queue.page });
  const rows = await db
    .select(queueRow)
    .from(requests)
    .innerJoin(providers, joined)
    .innerJoin(facts, ofFacts)
    .where(wanted)
    .orderBy(
      byPlace ? asc(requests.filedAt) : sql`${requests.decidedAt} desc nulls first`,
      byPlace ? asc(requests.id) : desc(requests.id),
    )
    .limit(QUEUE_PAGE)
    .offset(offset);
  return { rows, total, page, pages };
}

const noneWaiting = {
  ...{ overdue: 0, dueByToday: 0 },
  ...{ due: 0, clean: 0, flagged: 0, fresh: 0, corrected: 0, renewals: 0 },
};

/**
 * How many requests each tab holds, and each filter of those to decide, of one application where one is chosen; and how
 * many in all are overdue and due today.
 */
export async function countRequests(
  db: Database,
  { overdueBefore, dueBefore }: { overdueBefore: CalendarDay; dueBefore: CalendarDay },
  application: string | null = null,
) {
  const sentBefore = (day: CalendarDay) => sql`${requests.submittedAt} < bogota_start(${day}::date)`;
  const ofApplication = application === null ? sql`true` : eq(requests.applicationCode, application);
  const chosen = (condition: SQL) =>
    sql<number>`(count(*) filter (where ${condition} and ${ofApplication}))::int`;
  const [tabs, [queue]] = await Promise.all([
    db.select({ state: requests.state, count: count() }).from(requests).groupBy(requests.state),
    db
      .select({
        overdue: sql<number>`(count(*) filter (where ${sentBefore(overdueBefore)}))::int`,
        dueByToday: sql<number>`(count(*) filter (where ${sentBefore(dueBefore)}))::int`,
        due: chosen(sentBefore(dueBefore)),
        clean: chosen(sql`${warnings} = '{}'`),
        flagged: chosen(sql`${warnings} <> '{}'`),
        fresh: chosen(isFresh),
        corrected: chosen(isCorrected),
        renewals: chosen(isRenewal),
      })
      .from(requests)
      .innerJoin(facts, ofFacts)
      .where(eq(requests.state, "submitted")),
  ]);
  const of = (tab: QueueTab) =>
    tabs
      .filter(({ state }) => queueTabs[tab].some((each) => each === state))
      .reduce((sum, each) => sum + each.count, 0);
  const { overdue, dueByToday, ...filters } = queue ?? noneWaiting;
  return {
    tabs: { toDecide: of("toDecide"), waiting: of("waiting"), decided: of("decided") },
    filters,
    overdue,
    dueToday: dueByToday - overdue,
  };
}

/** The requests to decide around one, by their place: what comes before it, after it, and where it stands. */
export async function findNeighbours(
  db: Database,
  requestId: string,
  list: Pick<QueueQuery, "filter" | "application" | "dueBefore">,
) {
  const wanted = wantedBy({ ...list, tab: "toDecide", query: "", page: 1 });
  const place = sql`(${requests.filedAt}, ${requests.id})`;
  const own = sql`(select r.filed_at, r.id from request r where r.id = ${requestId})`;
  const one = (where: SQL | undefined, order: SQL) =>
    db
      .select({ filingNumber: requests.filingNumber })
      .from(requests)
      .innerJoin(providers, joined)
      .innerJoin(facts, ofFacts)
      .where(and(wanted, where))
      .orderBy(order)
      .limit(1);
  const forward = sql`${requests.filedAt}, ${requests.id}`;
  const [before, after, first, [count]] = await Promise.all([
    one(sql`${place} < ${own}`, sql`${requests.filedAt} desc, ${requests.id} desc`),
    one(sql`${place} > ${own}`, forward),
    one(sql`${requests.id} <> ${requestId}`, forward),
    db
      .select({
        total: sql<number>`count(*)::int`,
        position: sql<number>`(count(*) filter (where ${place} <= ${own}))::int`,
      })
      .from(requests)
      .innerJoin(providers, joined)
      .innerJoin(facts, ofFacts)
      .where(wanted),
  ]);
  return {
    previous: before[0]?.filingNumber ?? null,
    /** Behind the last one, the first that still waits. */
    next: after[0]?.filingNumber ?? first[0]?.filingNumber ?? null,
    position: count?.position ?? 0,
    total: count?.total ?? 0,
  };
}
