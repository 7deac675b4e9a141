import {
  type DataReason,
  type DocumentReason,
  dataReasons,
  documentKind,
  documentReasons,
  type RejectReason,
  type RequestReason,
  rejectReasons,
} from "@/model/request";

/** The ready sentences of reasons, exactly as a provider reads them. */
export type ReasonWords = {
  document: Readonly<Record<DocumentReason, (document: string) => string>>;
  data: Readonly<Record<DataReason, string>>;
  reject: Readonly<Record<RejectReason, string>>;
};

/** A reason as a form's box carries it: "E1", or "D2.rut" for one that is about a document. */
const boxOf = ({ code, document }: RequestReason) => (document === undefined ? code : `${code}.${document}`);

/** A request is sent back for what can be corrected, or rejected for what cannot. */
export type ReasonStep = "return" | "reject";

/** The reason of a box of a step; null for what none of them carries. */
export function reasonOf(box: string, step: ReasonStep): RequestReason | null {
  const [code = "", document, ...more] = box.split(".");
  const about = step === "return" && documentReasons.find((each) => each === code);
  if (about)
    return document && documentKind.test(document) && more.length === 0 ? { code: about, document } : null;
  const plain = (step === "return" ? dataReasons : rejectReasons).find((each) => each === code);
  return plain && document === undefined ? { code: plain } : null;
}

/** A box of the form with the sentence that it stands for. */
export type ReasonChoice = { value: string; label: string };

/** What can be wrong with each document, in its name. */
export function documentChoices(
  words: ReasonWords,
  documents: readonly { kind: string; name: string; isThere: boolean }[],
): { kind: string; name: string; choices: ReasonChoice[] }[] {
  return documents.map(({ kind, name, isThere }) => ({
    kind,
    name,
    choices: documentReasons
      // What is not there can only be missing.
      .filter((code) => (code === "D5") !== isThere)
      .map((code) => ({ value: boxOf({ code, document: kind }), label: words.document[code](name) })),
  }));
}

export const dataChoices = (words: ReasonWords): ReasonChoice[] =>
  dataReasons.map((code) => ({ value: code, label: words.data[code] }));
/**
 * Why a request is rejected; N1 is that it has no convenio, of an application that needs one. Neither that nor an
 * account of somebody else can be said of a renewal, whose provider has the application already.
 */
export const rejectChoices = (
  words: ReasonWords,
  { needsAgreement, renews }: { needsAgreement: boolean; renews: boolean },
): ReasonChoice[] =>
  rejectReasons
    .filter((code) => (renews ? code !== "N1" && code !== "N4" : needsAgreement || code !== "N1"))
    .map((code) => ({ value: code, label: words.reject[code] }));

/** The sentence of a stored reason; empty for what was written by hand. */
export function sentenceOf(
  words: ReasonWords,
  { code, document }: RequestReason,
  nameOf: (kind: string) => string,
) {
  const about = documentReasons.find((each) => each === code);
  if (about && document !== undefined) return words.document[about](nameOf(document));
  const data = dataReasons.find((each) => each === code);
  if (data) return words.data[data];
  const reject = rejectReasons.find((each) => each === code);
  return reject ? words.reject[reject] : "";
}

/** All of it as the one text that the provider reads: numbered where there is more than one. */
export function joinReasons(sentences: readonly string[]): string {
  const all = sentences.filter(Boolean);
  return all.length > 1 ? all.map((each, at) => `${at + 1}. ${each}`).join("\n") : (all[0] ?? "");
}
