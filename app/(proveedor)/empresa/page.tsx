import type { Metadata } from "next";
import { ProviderChoice } from "@/app/_frame/provider-choice";
import { requireGrant } from "@/app/_server/auth/session";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { ownPath } from "@/lib/http/own-path";
import { currentMessages } from "@/messages";

type Query = { de?: string | string[]; es?: string | string[]; volver?: string | string[] };

export async function generateMetadata(): Promise<Metadata> {
  const { session } = await currentMessages();
  return { title: session.choice.title };
}

/**
 * The current provider and the others that the person can switch to. A form with files that was made for
 * another provider redirects here, and nothing of it was registered; so does a page of another one, which the link of a
 * mail opened (`es`, with the page to go on to).
 */
export default async function ProviderChoicePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor } = await requireGrant("application.view");
  const [{ de, es, volver }, { session }] = await Promise.all([searchParams, currentMessages()]);
  const another = (named: Query["de"]) =>
    actor.ownProviders.find(({ id }) => id === named && id !== actor.provider.id);
  const [meant, owner] = [another(de), another(es)];
  const back = typeof volver === "string" ? ownPath(volver) : null;
  const t = session.choice;
  return (
    <Page title={t.title}>
      {meant ? <FormMessage>{t.notRegistered(meant.legalName)}</FormMessage> : null}
      {owner ? <FormMessage>{t.elsewhere(owner.legalName)}</FormMessage> : null}
      <p>{t.now(actor.provider.legalName)}</p>
      {actor.ownProviders.length > 1 ? <p>{t.lead}</p> : <p>{t.onlyOne}</p>}
      <ProviderChoice actor={actor} next={owner && back ? { provider: owner.id, page: back } : undefined} />
      <p>
        <a className="inline-flex min-h-11 items-center" href="/registro/autorizacion">
          {t.another}
        </a>
      </p>
    </Page>
  );
}
