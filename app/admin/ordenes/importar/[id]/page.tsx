import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { RunPage, type RunProps, runMetadata } from "@/app/admin/_imports/import-run";
import { currentMessages } from "@/messages";
import { cancelAction } from "./actions";
import { ConfirmForm } from "./confirm-form";
import { Understood } from "./understood";

export async function generateMetadata(props: RunProps) {
  return runMetadata(await requireGrant("import.read"), "orders", props);
}

/** An import of orders. */
async function ImportRunPage({ params }: RunProps) {
  const grant = await requireGrant("import.read");
  const { imports: t } = (await currentMessages()).admin;
  return (
    <RunPage
      grant={grant}
      subject="orders"
      params={params}
      cancelAction={cancelAction}
      understood={({ run }) => <Understood run={run} />}
      confirm={({ run, found: { tickable } }) => {
        const sure = run.previewNew + run.previewChanged;
        return sure + tickable > 0 ? (
          <ConfirmForm
            run={run.id}
            confirm={sure > 0 ? t.confirm(sure) : t.confirmChanges}
            apply={tickable > 0 ? t.applyChanges(tickable) : null}
          />
        ) : null;
      }}
    />
  );
}

export default unlessDown(ImportRunPage);
