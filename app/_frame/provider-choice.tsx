import { currentMessages } from "@/messages";
import type { ProviderActor } from "@/model/access";

const row =
  "flex min-h-12 w-full items-center gap-3 px-4 py-2 text-left text-base leading-[1.2] wrap-anywhere";

/**
 * Switches between a person's providers; empty for a person with one. Each is a form, so that it works without
 * scripts and the whole page reloads for the other provider.
 */
export async function ProviderChoice({
  actor,
  next,
}: {
  actor: ProviderActor;
  /** The page of one of them that its button goes on to, instead of to the kind of page that this one is. */
  next?: { provider: string; page: string };
}) {
  if (actor.ownProviders.length < 2) return null;
  const { choice } = (await currentMessages()).session;
  return (
    <section className="border-b-2 border-ink" aria-label={choice.title}>
      <ul className="m-0 list-none p-0">
        {actor.ownProviders.map(({ id, legalName }) => (
          <li key={id} className="m-0 border-t border-rule first:border-t-0">
            {id === actor.provider.id ? (
              <p className={`${row} m-0 max-w-none font-bold`} aria-current="true">
                {legalName}
                <span className="ml-auto text-hint font-normal">{choice.here}</span>
              </p>
            ) : (
              <form method="post" action="/empresa/cambiar">
                {next?.provider === id ? <input type="hidden" name="volver" value={next.page} /> : null}
                <button
                  type="submit"
                  name="provider"
                  value={id}
                  className={`${row} cursor-pointer text-link underline underline-offset-[0.18em]`}
                >
                  <span className="sr-only">{choice.switchTo} </span>
                  {legalName}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
