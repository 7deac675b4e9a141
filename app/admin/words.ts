import "server-only";
import { formWords } from "@/app/_server/form-words";
import { refusalParts } from "@/app/_server/refusal-parts";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";

/** What every form of the caja says. */
async function deskWords<E extends Readonly<Record<string, string>>>(errors: E) {
  const messages = await currentMessages();
  const { sending, errorSummary, wait, storedOtherwise } = messages.admin.form;
  return {
    ...(await formWords(errors)),
    sending,
    errorSummary,
    wait,
    storedOtherwise,
    parts: refusalParts(messages),
  };
}

async function settings() {
  const { settings: caja, counter, keys, form } = (await currentMessages()).admin;
  const { mode, from, fromHint, save, saving } = counter;
  return {
    ...(await deskWords({ ...form.errors, ...keys.errors })),
    show: keys.show,
    hide: keys.hide,
    caja,
    compare: { mode, from, fromHint, save, saving },
    key: { word: keys.word, password: keys.password },
  };
}

async function kinds() {
  const { editTitle, days, until, errors, ...kind } = (await currentMessages()).admin.kinds;
  return { ...(await deskWords(errors)), kind };
}

async function applications() {
  const { form: document, errors } = (await currentMessages()).admin.applications;
  return { ...(await deskWords(errors)), document };
}

async function settlementDesk() {
  const { settlement: t, payment } = await currentMessages();
  const { actTitle, invoice, invoiceHint, cufe, cufeHint, reason, reasonHint, submit, sending, markAll } = t;
  const { value, valueHint, scopeTitle, ticked, difference, matches } = t;
  const { payOn, payOnHint, reference, referenceHint } = payment;
  const sums = { value, valueHint, scopeTitle, ticked, difference, matches };
  const { parts, ...words } = await deskWords({ ...payment.errors, ...t.errors });
  return {
    ...words,
    parts: { ...parts, ...t.sums },
    settle: { actTitle, invoice, invoiceHint, cufe, cufeHint, reason, reasonHint, submit, markAll, ...sums },
    pay: {
      ...{ payOn, payOnHint, reference, referenceHint },
      ...{ scopeTitle: payment.scopeTitle, ticked: payment.ticked, markAll: payment.markAll },
      submit: payment.submit,
    },
    returned: { reason: payment.returnReason, hint: payment.returnHint },
    reverse: { reason: payment.reverseReason, hint: payment.reverseHint, submit: payment.reverseSubmit },
    sending,
  };
}

async function reports() {
  const { reports: t, counter, form } = (await currentMessages()).admin;
  const { outcomeLegend, answer, answerHint, actionLegend, submit, usual } = t;
  const { undo } = counter;
  return {
    ...(await deskWords(form.errors)),
    report: { outcomeLegend, answer, answerHint, actionLegend, submit, usual },
    undo: {
      decision: undo.decision,
      reason: undo.reason,
      reasonHint: undo.reasonHint,
      submit: undo.submit,
      sending: undo.sending,
      approve: undo.approve,
    },
  };
}

async function orders() {
  const { orders: t, life, issue, imports, form } = (await currentMessages()).admin;
  const { number, kind, anyKind, find, finding } = t;
  const { applyHint, progressSome, progressOf, progressText } = imports;
  return {
    ...(await deskWords({ ...form.errors, ...issue.errors })),
    find: { number, kind, anyKind, find, finding },
    act: { reason: life.reason, reasonHint: life.reasonHint },
    draft: draftWords(issue),
    imports: { applyHint, progressSome, progressOf, progressText },
  };
}

/** Words of the form of an order: the whole section except texts that need a number or a day. */
function draftWords(issue: Messages["admin"]["issue"]) {
  const {
    waits,
    sentBack,
    issued,
    approveIntro,
    unfinished,
    unfinishedLink,
    repeats,
    repeatsText,
    errors,
    ...words
  } = issue;
  return words;
}

async function providers() {
  const { admin, account, bankAccount } = await currentMessages();
  const t = admin.providers;
  const { submit, reason: accountReason, reasonHint: accountReasonHint } = bankAccount.desk;
  const { reason, reasonHint, suspendFrom, suspendFromHint, suspendShow, suspend, reactivate } = t;
  const { previewMail, previewScreen } = t;
  return {
    ...(await deskWords({ ...account.form.errors, ...t.errors, ...bankAccount.errors })),
    account: { submit, reason: accountReason, reasonHint: accountReasonHint },
    company: account.company.form,
    person: account.person.form,
    correct: {
      correct: t.correct,
      hint: t.correctReasonHint,
      person: t.representative,
      text: t.representativeText,
    },
    standing: { reason, reasonHint, suspend, reactivate },
    owner: {
      name: t.ownerName,
      email: t.ownerEmail,
      proof: t.ownerProof,
      proofHint: t.ownerProofHint,
      submit: t.ownerSubmit,
    },
    access: { who: t.accessWho, reason, reasonHint: t.accessReasonHint, submit: t.accessSubmit },
    suspend: { suspendFrom, suspendFromHint, suspendShow, previewMail, previewScreen },
  };
}

async function people() {
  const { admin, account } = await currentMessages();
  const { people: t } = admin;
  const { roles, roleHints, causes } = t;
  return {
    ...(await deskWords({
      ...account.form.errors,
      endCauseMissing: t.causeMissing,
      resetReasonMissing: t.reset.reasonMissing,
      resetReasonShort: t.reset.reasonShort,
      factorWaitMissing: t.wait.missing,
    })),
    reset: { reason: t.reset.reason, submit: t.reset.submit },
    factorWait: { label: t.wait.label, submit: t.wait.submit },
    person: t.form,
    roles,
    roleHints,
    causes,
  };
}

async function notices() {
  const { kinds: of, ways, save, errors } = (await currentMessages()).admin.notices;
  return { ...(await deskWords(errors)), kinds: of, ways, save };
}

async function incidents() {
  const { incidents: t } = (await currentMessages()).admin;
  return { ...(await deskWords(t.errors)), form: t.form };
}

async function rights() {
  const { admin, rights: own } = await currentMessages();
  const { identityLabel, identitySubmit, result, answer, answerHint, file, forget, answerSubmit } =
    admin.rights;
  const {
    missingLabel,
    missingSubmit,
    cameLabel,
    cameSubmit,
    extendLabel,
    extendSubmit,
    abandonSubmit,
    withdrawSubmit,
    codeSubmit,
  } = admin.rights;
  return {
    ...(await deskWords({ ...admin.form.errors, ...own.errors })),
    answer: { result, answer, answerHint, file, forget, submit: answerSubmit },
    identity: { label: identityLabel, submit: identitySubmit },
    missing: { label: missingLabel, submit: missingSubmit },
    came: { label: cameLabel, submit: cameSubmit },
    extend: { label: extendLabel, submit: extendSubmit },
    abandon: abandonSubmit,
    withdraw: withdrawSubmit,
    reissue: codeSubmit,
  };
}

async function agreements() {
  const { agreements: t, imports } = (await currentMessages()).admin;
  const { progressSome, progressOf, progressText } = imports;
  return {
    ...(await deskWords(t.errors)),
    form: t.form,
    imports: { progressSome, progressOf, progressText },
  };
}

async function requests() {
  const { requests: t, form } = (await currentMessages()).admin;
  return {
    ...(await deskWords(form.errors)),
    reasonHint: t.reasonHint,
    otherReason: t.otherReason,
    returned: { reason: t.returnReason, submit: t.returnSubmit, data: t.returnData },
    viewer: t.viewer,
    keys: t.keys,
    rejected: { legend: t.rejectTemplates, reason: t.rejectReason, submit: t.rejectSubmit },
  };
}

/** What the forms of each section say; the section's layout gives it to them. */
export const adminWords = {
  settings,
  kinds,
  applications,
  settlement: settlementDesk,
  reports,
  orders,
  providers,
  requests,
  people,
  notices,
  agreements,
  rights,
  incidents,
};

export type AdminWords = { [S in keyof typeof adminWords]: Awaited<ReturnType<(typeof adminWords)[S]>> };
