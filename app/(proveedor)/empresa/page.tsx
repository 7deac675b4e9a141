import type { Metadata } from "next";
import { ProviderChoice } from "@/app/_frame/provider-choice";
import { requireGrant } from "@/app/_server/auth/session";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { currentMessages } from "@/messages";

type Query = { de?: string | string[] };

export async function generateMetadata(): Promise<Metadata> {
  const { session } = await currentMessages();
  return { title: session.choice.title };
}

/**
 * The current provider and the others that the person can switch to. A form with files that was made for
 * another provider redirects here, and nothing of it was registered.
 */
export default async function ProviderChoicePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor } = await requireGrant("application.view");
  const [{ de }, { session }] = await Promise.all([searchParams, currentMessages()]);
  const meant = actor.ownProviders.find(({ id }) => id === de && id !== actor.provider.id);
  const t = session.choice;
  return (
    <Page title={t.title}>
      {meant ? <FormMessage>{t.notRegistered(meant.legalName)}</FormMessage> : null}
      <p>{t.now(actor.provider.legalName)}</p>
      {actor.ownProviders.length > 1 ? <p>{t.lead}</p> : <p>{t.onlyOne}</p>}
      <ProviderChoice actor={actor} />
      <p>
        <a className="inline-flex min-h-11 items-center" href="/registro/autorizacion">
          {t.another}
        </a>
      </p>
    </Page>
  );
}
