import { emptyClass } from "@/components/ui/empty";
import type { Branch } from "@/db/queries/branch";
import { currentMessages } from "@/messages";
import { NameForm } from "./name-form";

/** The provider's branches, each with a link to change it, and the form to add one. */
export async function PlacesSection({ branches }: { branches: Branch[] }) {
  const { places: t } = await currentMessages();
  return (
    <section aria-labelledby="establecimientos">
      <h2 id="establecimientos">{t.title}</h2>
      <p>{t.lead}</p>
      {branches.length === 0 ? <p className={emptyClass}>{t.none}</p> : null}
      <ul className="mb-4">
        {branches.map(({ id, name, counters }) => (
          <li key={id} className="mb-3">
            <b>{name}</b>
            <br />
            <span className="text-hint text-ink-soft">
              {counters.length > 0
                ? t.counters(counters.map((counter) => counter.name).join(" · "))
                : t.noCounters}
            </span>
            <br />
            <a className="inline-flex min-h-11 items-center" href={`/equipo/establecimientos/${id}`}>
              {t.manage} <span className="sr-only">{name}</span>
            </a>
          </li>
        ))}
      </ul>
      <NameForm of="branch" id="nuevo" label={t.newBranch} hint={t.newBranchHint} button={t.addBranch} />
      <p className="mt-4">
        <a className="inline-flex min-h-11 items-center" href="/equipo/este-dispositivo">
          {t.device.link}
        </a>
      </p>
    </section>
  );
}
