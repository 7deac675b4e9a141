import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { RunPage, type RunProps, runMetadata } from "@/app/admin/_imports/import-run";
import { queryPage } from "@/lib/http/query";
import { cancelAction } from "./actions";
import { ConfirmAgreements, Moves } from "./moves";
import { UnderstoodAgreements } from "./understood";

type Query = { pagina?: string | string[] };

export async function generateMetadata(props: RunProps) {
  return runMetadata(await requireGrant("agreement.read"), "agreements", props);
}

/** An import of convenios. */
async function AgreementRunPage({ params, searchParams }: RunProps & { searchParams: Promise<Query> }) {
  const grant = await requireGrant("agreement.read");
  const page = queryPage((await searchParams).pagina);
  return (
    <RunPage
      grant={grant}
      subject="agreements"
      params={params}
      cancelAction={cancelAction}
      understood={({ run }) => <UnderstoodAgreements run={run} />}
      confirm={({ run, found: { moves } }) =>
        run.previewNew + run.previewChanged + moves > 0 ? (
          <ConfirmAgreements run={run} moves={moves} page={page} actor={grant.actor} />
        ) : null
      }
      below={({ run, found }) => <Moves run={run} all={found.moves} page={page} actor={grant.actor} />}
    />
  );
}

export default unlessDown(AgreementRunPage);
