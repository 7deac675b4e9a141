import type postgres from "postgres";
import { connect } from "@/db/connection";
import { openDrizzle } from "@/db/failure";
import { loadDesk } from "./activity-desk";
import { loadMonth } from "./activity-month";
import { loadApplicants } from "./applicants";
import { type Drafted, findOfficer, issued } from "./own-orders";

/** Orders that wait to be used, so that there is paper for a camera. */
const waiting: Drafted[] = [
  {
    affiliateId: "1140876021",
    affiliateName: "Yulieth Pacheco Sanjuán",
    value: 185_000,
    concept: "Útiles escolares",
  },
  { affiliateId: "72298410", affiliateName: "Wilmer Altamar Coll", value: 320_000, concept: "Calzado" },
  { affiliateId: "55309872", affiliateName: "Doris Mercado Fontalvo", value: 96_500, concept: "Víveres" },
];

/**
 * What makes the demonstration look like a caja at work, once: a month of look-ups and uses on their way to being
 * paid, requests to decide, a report, a use to take back, a file with faults, and orders with a paper to scan. The
 * tests' demonstration is without it, because they count what they make themselves.
 */
export async function loadActivity(url: string, owner: postgres.Sql, today: string): Promise<void> {
  // Written first: one that was cut short is not loaded twice.
  const [first] = await owner`insert into installation (key, value) values ('demo.activity', ${today})
    on conflict (key) do nothing returning key`;
  if (!first) return;
  const connections = (["app_provider", "app_caja", "app_jobs"] as const).map((role) =>
    connect(url, role, 1),
  );
  const [provider, caja, jobs] = connections.map(openDrizzle);
  if (!provider || !caja || !jobs) throw new Error("demonstration: no connections");
  const logins = { owner, provider, caja, jobs };
  const officer = await findOfficer(owner);
  try {
    for (const order of waiting) await issued(logins.caja, owner, officer, order, today);
    await loadApplicants(logins);
    const uses = await loadMonth(logins, officer, today);
    await loadDesk(logins, officer, uses, today);
  } finally {
    await Promise.all(connections.map((connection) => connection.end({ timeout: 5 })));
  }
}
