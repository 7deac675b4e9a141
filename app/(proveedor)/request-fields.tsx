import { FileField, TextField } from "@/components/form/field";
import type { Messages } from "@/messages/es-CO";
import { documentTypes } from "@/model/request";
import type { faultsOf } from "./page-faults";

const accept = documentTypes.join(",");

/** Both papers and the convenio's number: what a request and its correction have in common. */
export function RequestFields({
  words,
  faults,
  hints,
  agreementNumber,
}: {
  words: Messages["requests"];
  faults: ReturnType<typeof faultsOf<Messages["requests"]["errors"]>>;
  hints: { rut: string; chamber: string };
  agreementNumber: string | undefined;
}) {
  const { form, papers } = words;
  return (
    <>
      <p className="hint">{faults.list.length > 0 ? form.chooseAgain : form.papersHint}</p>
      <FileField name="rut" label={papers.rut} hint={hints.rut} error={faults.of("rut")} accept={accept} />
      <FileField
        name="camara"
        label={papers.chamber}
        hint={hints.chamber}
        error={faults.of("camara")}
        accept={accept}
      />
      <TextField
        name="agreementNumber"
        label={form.agreement}
        hint={form.agreementHint}
        error={faults.of("agreementNumber")}
        defaultValue={agreementNumber}
        autoComplete="off"
        maxLength={40}
      />
    </>
  );
}
