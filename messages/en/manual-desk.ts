import type { Section } from "../es-CO";

export const desk: Section<"manual">["desk"] = {
  today: {
    title: "Today: what waits",
    text: `
When you sign in, the page **Today** says what waits: requests to decide, reports, undos asked for and orders to approve. Beside or below the list are the alarms: something that takes too long or does not work.
- Everybody sees what their role may do. The six are in [People of the fund](#people).
- **My e-mail notices**, at the end of the page, says what we write to you about: at once, in the daily digest or never.
! today`,
  },
  approve: {
    title: "Approving requests",
    text: `
1. Open [Requests](deskRequests). Those that wait come first; the overdue ones say so. The time is three working days.
1. Open one. Compare each document with the data and mark it **Right**, and see whether the NIT has an agreement in force.
1. Press **Approve and go on**, **Correct**, which returns it with what is missing, or **Reject**, with the reason. The shop reads the sentences as they are on the screen, and sends only the document again that you asked to correct.
1. The next one opens. For ten seconds **Take it back** undoes your decision; then the e-mail leaves.
! decide
- Without an agreement in force for that NIT it cannot be approved. An agreement is made in [Convenios](deskAgreements), or comes in a file, as [Importing](#imports) says.
- Approving closes the other requests of the same NIT.
- A **renewal** brings a new document of who is approved already. It is decided the same way; the access stays as it is, whatever is decided. **Today** says how many providers have documents to renew.
- If two people decide at once, the first counts; the page tells the other what changed.`,
  },
  providers: {
    title: "Providers",
    text: `
In [Providers](deskProviders) is each shop, with its agreement and its people.
- **Change the account** (administrator or treasury): one person proposes the account that is paid, with a reason, and another approves it. The owners get an e-mail with the last four digits.
- **Change the owner**, below its people, names another owner when nobody is left who could: they get a link by e-mail and a code that you hand over after seeing their document and the certificate of the Chamber of Commerce.
- **Suspend** stops its look-ups from today or from a later day on, with a reason; before it is confirmed one sees the e-mail and what the point of payment will read. Until that day it works and sees the notice. **End the suspension** ends that: it looks up again if its convenio is in force.
- **Correct data** changes name, municipality, address and phone, and the data of who answers for the company, with a reason that its owners get by e-mail.
- Whoever works or worked in a shop does not decide that shop's affairs: another person does.
- In [Look-ups](deskLookups) a look-up is found by its code of eight letters and digits while the shop is on the telephone.`,
  },
  issue: {
    title: "Issuing orders",
    text: `
1. Open [Issue an order](deskNewOrder). Choose the kind and type the affiliate's data, the value, the concept and the days.
1. Review the draft and press **Issue the order**. The number is given by itself.
1. If the value reaches the one that asks for another person, alone or with what was issued today, press **Ask for approval**: the draft **waits for approval**, and somebody other than who made it approves it.
! issue
- If the same affiliate has a similar order, the page says so before issuing.
- A draft can be sent back with a reason, or discarded.`,
  },
  print: {
    title: "Printing and delivering",
    text: `
1. On the order's page, press **Print**: letter or half letter.
1. Several at once: [Print orders](deskPrint), up to 1,000 in one PDF.
1. When the affiliate gets it, press **Hand to the affiliate** and **I handed it over**.
- A delivered order is not printed again: it is **replaced**, and the old paper is worth nothing.
- Each printing is in the log.`,
  },
  change: {
    title: "Annulling, reviewing, extending, replacing",
    text: `
All is done on the order's page, with a reason that stays written.
- **Annul**: the order is not used any more. There is no way back.
- **Put under review**: nobody can use it until the last reason is taken away.
- **Extend**: changes the last day. The earlier paper bears the old date: print a new one. An order that was handed over is not printed again: **replace** it after extending it.
- **Replace**: makes another order with the same data, for example when the paper was lost.
- Some ask for a second person, as issuing does.`,
  },
  imports: {
    title: "Importing",
    text: `
1. Open [Import](deskImports) and upload the file of the fund's core system: CSV or Excel (.xlsx). The page offers a template; its last column, FECHA_USO, may be left out and says on which day the core used an order that is UTILIZADA.
1. Wait for the **preview**: how many lines go in, which do not and why, and what would change. See how the dates were read.
1. Download the lines with faults, correct them in that file (and in the core system) and upload it. Repeating does no harm.
1. Confirm with the button that says how many orders go in or, if there are only changes, with **Confirm**. You can stop it while it works.
! import
- Nothing is guessed: a value that Excel damaged, an impossible date or an unknown kind is refused with its line and column.
- **Convenios** are imported alike, from [Convenios](deskAgreements). A very large file is imported by whoever manages the server, with a command.
- If many hours pass without a new file, every page says so and an e-mail goes out.`,
  },
  reports: {
    title: "Reports and undos",
    text: `
In [Reports](deskReports) are the shops' reports, with a photo if they sent one. They are answered within three working days.
1. Open the report, look at the order and at similar reports.
1. Choose what you found, what becomes of the order and what you answer the shop.
In [Uses to take back](deskUndos) are the uses that a shop asks to take back after 15 minutes. Choose **Take the use back** or **Leave it**, with a reason that the shop reads. If the order had another paper by then, the value comes back in a new order.
A use that is legalised, invoiced or paid is not taken back: it is objected to first, a paid one after its payment was reversed.`,
  },
  settle: {
    title: "Settling",
    text: `
1. Open [Settlement](deskSettlement), choose the period and a provider.
1. Compare with the statement of uses and the invoice that it sent.
1. Tick the uses and say what happens: **legalise**, **put on an invoice** with its number, value and CUFE, or **object** with a reason. You can also choose all of a state in the period, not only those of the page.
1. To pay, make a payment in **Payments** with the invoices, the day and the bank's reference. Another person approves it, of the treasury or an administrator, who did not legalise those uses.
! settle
- All that are ticked change together, or none.
- An invoice has one CUFE, and a CUFE one invoice. Its value must be equal to the sum of its uses. Write its number with the hyphen behind the prefix: FE1-10 is one invoice and FE-110 is another.
- Up to 5,000 uses move at once: if there are more, shorten the period. An invoice charges at most 5,000 uses: if it charges more, ask the provider for two invoices.
- A payment is not changed. One that is wrong is returned; what was paid by mistake is reversed with a reason and another person.
- Each payment has a file for the bank, with the account of each provider and without what is reversed already, and for the accountant, and a PDF with the receipts. Before it is approved, the page says which provider has no account and which changed it after the payment was made. The shop's owner gets an e-mail.
- Of an objection the shop's owner gets an e-mail. It is legalised again once it is cleared up.
- A use that the shop asked to undo first waits for that decision.`,
  },
  keys: {
    title: "Keys of the code",
    text: `
Each paper bears a signature. The keys that sign are in [Keys of the orders](deskKeys), and anyone can read their public list.
- **Rotate**: the next key begins to sign. Earlier papers stay good. Do it once a year.
- **Revoke** a retired key: it leaves the public list and cannot return. Papers that the fund printed with it are still its own, but can be checked only with internet; no other code of that key is good. Only if somebody may have copied it: rotate first.
- Both ask for your password, and rotating also for the word ROTAR.
- Keep the server's secrets apart from the copy of the database: without them data cannot be read and orders cannot be signed.`,
  },
  rights: {
    title: "Requests about personal data",
    text: `
Anybody asks under **Your data rights**, without an account, to know, correct or erase their data or to withdraw their authorisation. Each request waits under [Personal data](deskRights) with the day on which it is due: 10 working days for a query, 15 for a claim (Law 1581 of 2012).
1. If something is missing, ask for it within the first five working days. A claim's term stops and begins again when it comes; if it does not come within two months, the request is closed. A query's term goes on: answer it on its day even if something is missing. If it was brought or sent another way, press **Write down that it came**.
1. Before data are handed over or erased, see the person's document and press **Write down the identity**. Without that the portal hands over and forgets nothing.
1. With **Download to check** look at what the portal holds. What is corrected in the fund's own system, correct there.
1. Press **Answer**, with the file if it was asked for. **Forget now what may be forgotten** erases at once what the law allows; the table of the page says what is kept and until when, so that the answer can say so.
- Of whoever **withdraws their authorisation**: after the identity was seen, write down that it was withdrawn, and answer what the law obliges to keep.
- While a claim is being decided, every screen and file with data of that person says “Claim under way”, and what it asks.
- **Extend** is possible once, with the reason: 5 working days for a query, 8 for a claim.
- The person reads the answer with the number and the code of their e-mail. Nobody else sees it. If they lost the code or it did not come, press **Send another code**.`,
  },
  people: {
    title: "People of the fund",
    text: `
- An administrator invites each person from [People](deskPeople), with e-mail, name and role. They get a link, good once and for one hour, to choose their password; the link also asks for a code, which whoever invites sees and tells them in person or by phone.
- **Roles**: administrator (everything), reviewer (requests and convenios), officer (orders, reports, settlement, personal data and incidents), call desk (reads to answer callers), treasury (settlement, payments and the providers' accounts), auditor (reads everything and changes nothing). The table on that page says who may do what.
- If somebody leaves, end their access on the same day, on their page: all their sessions are closed. Nobody changes their own role, and one administrator always stays.
- **Second factor**: at the first sign-in each person enrols an application of codes or a passkey (finger, face, PIN or USB key), and keeps ten paper codes. From then on it is asked after the password, and again when more than five minutes have passed and one is about to decide, approve, annul, pay or download data of people.
- If somebody lost their second factor and their codes, another administrator resets it on their page, with a reason and in person. The person gets an e-mail with which they can stop it; the code that you hand over works after the wait that [People](deskPeople) names, and for a day.
- Whoever manages the server creates the first person.
- The session ends by itself after half an hour without use and after 12 hours at most.
- A user is not shared: the log says who did what, and a second person must really be another.`,
  },
  settings: {
    title: "Settings and log",
    text: `
- [The fund's data](deskProfile): the name, telephone and hours that shops see and that are on the paper.
- [Comparing with the paper](deskCompareMode): whether the shop sees the value and answers, or types it first.
- [Kinds of order](deskKinds): days of validity, largest value, from which value on another person is asked for, whether it may be used in parts. A change does not touch orders already issued.
- [Log](deskAudit): the administrator and the auditor read, in sentences, who did what and when, of a person, a provider, an order or some days, and take it along as a file. It cannot be changed or deleted.
- [Incidents](deskIncidents): if somebody saw, copied or lost personal data, record it on the same day. The portal counts the 15 working days to report it to the SIC and prepares the report.
- **Search everything**: the field on top finds an order, a code, a receipt, a filing number, a report, a NIT, an invoice, a payment or a name. The key / leads to it.`,
  },
};
