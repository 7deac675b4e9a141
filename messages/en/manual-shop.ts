import type { Section } from "../es-CO";

export const shop: Section<"manual">["shop"] = {
  start: {
    title: "Getting started",
    text: `
Welcome to our Hanna services platform.
If your company does **NOT** have an account on our platform and wishes to request an application, follow these steps:
1. Go to [Plataforma Hanna](signIn) with your user and password. If you have no user yet, here is how to get one ([Creating a user](#register)).
1. If you have not requested the application yet, here is how to do it ([Requesting applications](#request)).
1. Once everything is filled in and approved, the application **CONVENIOS** is shown when you enter the platform.
1. Press **Acceder** (Open). In the view that follows, type the ID of the affiliate who asks for the service, choose the document type and type the number at the top right of the order that the affiliate gave you.
1. As soon as you have entered this, the screen shows the voucher that the official of the family compensation fund issued, so that you can check that it says what the affiliate presents to you.
! applications
If typing the document gives no answer, or the document does not exist, please contact our offices to confirm the order that your customer presented.
To rehearse before you serve anybody, there are pretend orders in [Practice](#practice).`,
  },
  register: {
    title: "Creating a user",
    text: `
Have your RUT at hand, with the NIT and its check digit, and an e-mail address that you read. There are four steps.
1. Open [Register my business](registration). Read what your data is used for, authorise it and accept the rules of use.
1. Type the company's data: NIT, DV, legal name, municipality, address and telephone. If the DV does not match, look at the RUT again.
1. Type your own data: name, type and number of ID, e-mail and mobile.
1. Review and press **Create the account**. You get an e-mail with a link.
1. Open the link, choose a password, and you are in.
! register
- The e-mail may take some minutes. Look in the spam folder too. If it does not come, the page lets you ask again.
- If the page says that the NIT has an account already, do not create another: ask its owner to invite you from [Team](#team).
- Whoever registers is the **owner** of the account: files the request, invites the team and downloads the statement of uses.`,
  },
  request: {
    title: "Requesting applications",
    text: `
The application **CONVENIOS** is what lets you look up orders. The owner of the account asks for it, once.
1. Sign in and open [Applications](applications). On the card of CONVENIOS press **Request**.
1. Attach the RUT and the chamber of commerce certificate, as PDF or photo, up to 10 MB each. The page says whether it asks for other documents, which are optional, and how new they must be.
1. If you want to be paid into an account, write it with its bank certificate. This can also be done later.
1. If you know the number of your agreement, type it. If not, leave it empty.
1. Press **Send request**. The request gets a filing number, like SOL-2026-000012.
! request
The fund answers within three working days, here and by e-mail.
- **Approved**: when you come back, the card of CONVENIOS has the button **Acceder**.
- **Returned**: something is missing. The page says what. Correct it and send it again; what you do not change is kept.
- **Rejected**: the page says why, and you may file a new request.
- If your NIT has no agreement in force, talk to the fund first: without one it cannot be approved.
- From time to time the card and an e-mail ask to **renew** a document, at most 30 days before its day. The owner sends only that one, and work goes on while the fund reviews it.`,
  },
  lookUp: {
    title: "Looking up an order",
    text: `
To confirm that an order is authentic, type the affiliate's ID number, the kind and the number of the order.
1. Ask for the paper and the ID. Keep both in sight.
1. Open [Look up](lookUp). In **Nit / Cédula** type the affiliate's ID.
1. In **Tipo Documento** choose what the paper says, for example ADELANTO POR SUBSIDIOS.
1. In **Nro Documento** type the number at the top right of the paper. If it begins with a letter, type the letter too.
1. Press **LOOK UP ORDER**.
! lookUp
- Points, spaces and zeros at the beginning do not matter.
- If the paper has a **check code** of nine letters and digits, you may type that too. It may help when you have to wait.
- Each look-up is kept with your name and a code of eight letters and digits. If you call the fund, give that code.
- Do not look up out of curiosity: this is only for orders presented in your shop.`,
  },
  scan: {
    title: "Scanning the code",
    text: `
Papers printed here carry a square code. Reading it saves typing and says whether the fund made the paper.
1. On Look up, press **Scan the code** and allow the camera.
1. Put the code inside the frame. It is read by itself. If not, bring the paper closer, smooth it or turn the torch on.
1. Type the last four of the ID in your hand. Look at the person's document, not at the paper.
1. Compare and go on as always.
- With a code reader connected to the computer it is enough to open Look up and shoot.
- If you were sent a photo, read it with **Read a photo of the code**. Nothing is handed over for a picture: ask for the paper.
- If the camera is blocked, touch the padlock beside the address and allow it. Meanwhile, type the numbers.`,
  },
  compare: {
    title: "Comparing the paper with the screen",
    text: `
Finding the order is not enough: the paper must say the same. If what the next screen shows does not match the paper, contact our customer service.
1. On the paper, look at the value, the name and ID, the number and the date.
1. Answer **Same** or **Different** beside each of them. With some funds the value is not shown: you first type the paper's.
1. The button comes with the last answer.
1. If all is the same, the screen turns green for three minutes: authentic and unused.
1. If something differs, do not hand over. The screen says what to do.
! found
- Really look: a number that was written over shows if you read it digit by digit.
- If the paper is torn or cannot be read, use **I cannot read the paper**. So nobody registers a use without comparing.`,
  },
  use: {
    title: "Registering the use",
    text: `
An order is used once. Register it when you hand over, not before.
1. With the green screen, press **Register the use**.
1. Check the value. If the order may be used in parts, type how much. If you like, type your invoice number.
1. Confirm. The receipt has its number, like U-2026-000123.
! receipt
- Two taps, a lost signal or two people at once make one use.
- If you don't know whether it was kept, open the order again: it says that you registered it. If the order is used in parts, it says that your company already registered a part, and at what time. If it says neither, it was not kept.
- If it was a mistake, the same point of payment can take it back within 15 minutes: on the receipt, press **I made a mistake**.
- After 15 minutes, ask for it with the same button. The fund decides; the answer stays on the receipt and goes by mail to the owner.`,
  },
  report: {
    title: "Reporting what does not match",
    text: `
A report tells the fund what you see on the paper. It accuses nobody.
1. In the answer, press **Send a report**.
1. Choose what does not match. No reason is chosen beforehand. If yours puts the order in review, the page says so and asks you to tick a box: nobody can use the order until there is an answer.
1. If you like, tell more and attach a photo of the paper. Cover the ID if it shows.
1. Send it. The report gets its number, like R-2026-000004.
- If it was a mistake, the person who sent it can withdraw it within 15 minutes: on the page of the report, press **Withdraw the report**.
The fund answers within three working days, in [Reports](reports) and by e-mail. Do not keep the person's paper or ID.`,
  },
  offline: {
    title: "Without internet",
    text: `
Without a signal the device can check the signature of the code, but cannot know whether the order was used. So it never shows green.
1. Open Look up while you have internet and are signed in, once on each device. So the keys are kept.
1. Without a signal, scan the code. The screen says whether the signature is the fund's and that it is not confirmed.
1. Do not hand over yet. If the person can wait or come back, that is best.
1. When the signal returns, the question is asked by itself and the answer appears at the top of Look up.
- If the code is damaged, type the numbers once there is a signal.
- To confirm by telephone, call customer service.`,
  },
  history: {
    title: "History, receipts and proofs",
    text: `
In [History](history) is all that your company looked up and used, day by day.
- Search by order number, person, point of payment, dates or answer.
- The affiliate's name is shown for 24 hours. Then its initials stay, and the value of only what was compared with the paper or used.
- The owner can download the history as a file.
Of each look-up, use and undo there is a signed **proof**, to print on letter paper or on a roll of 80 or 58 mm. Anyone can check it in [Check a code](verify) with its number and the eight letters and digits that follow it, without asking anybody. Take it on the same day: after 24 hours, that of a look-up that was not compared with the paper does not say the value.
! history`,
  },
  settlement: {
    title: "Statement of uses, invoice and payment",
    text: `
The **statement of uses** lists what your company used in a period, without what was undone. It goes with the invoice.
1. The owner opens [Statement for the invoice](statement), chooses the dates and downloads the PDF or the spreadsheet.
1. Send it to the fund with your electronic invoice.
1. The fund checks each use and moves it through these states.
- **Not legalised**: nobody has checked it yet.
- **Legalised**: the fund accepted it.
- **Invoiced**: it is in an invoice, with its number and CUFE.
- **Paid**: the fund paid it.
- **Objected to**: the fund asks for something. The reason comes by e-mail and is in the statement. Answer or correct it, and it is legalised again.
Once a use is legalised it cannot be undone at the point of payment.`,
  },
  team: {
    title: "Team and points of payment",
    text: `
Each person signs in with their own e-mail. Do not share passwords: the proof says who did what.
1. The owner opens [Team](team), types the name, the e-mail and what the person may do, and presses **Send the invitation**.
1. The person opens the link of the e-mail, authorises the use of their data and chooses a password.
- **Owner**: everything, also the team, the requests and the statement of uses.
- **Registers**: looks up, compares and registers uses.
- **Look-up only**: looks up and compares, and reports.
- If the person works for another company already, invite them with the same e-mail: they accept with the password they have and keep one account. Your company sees nothing of the other one.
- Who works for several companies sees at the top which one it is, and switches in the menu. Each look-up and each use is in the name of that company.
- Whoever leaves is removed from the team and is out at that moment. The history keeps what they did.
The **points of payment** say where each order was served.
1. In Team, add a branch and, with **Change**, its points of payment.
1. On each device, open [This device](device) and say at which point of payment it is.`,
  },
  practice: {
    title: "Practice",
    text: `
In [Practice](practice) there are pretend orders that give every answer. Nothing is kept, and you may repeat.
- It is the best way to teach somebody new: ten minutes are enough.
- The screen always says that it is practice.
- Do not use the numbers of a real order there.`,
  },
  account: {
    title: "Your account",
    text: `
- If you forgot the password, ask for a link in [I forgot the password](recover). It is good for one hour and once.
- The session ends by itself after 12 hours without use and after seven days at most. That is normal: sign in again.
- In My account, in the menu, you correct your name and mobile, change the e-mail and the password, add a second factor and see on which devices you are signed in. If you do not recognise one, end its session and change the password.
- On a paired device, which looks up without anybody signed in, say who you are with your PIN before you compare or register: tap “Say who I am”. You set it in My account. After ten minutes without use it is asked again.
- The owner of the account pairs a device in Team, “Say at which point of payment this device is”, and removes it in Team.
- Another e-mail works once both confirm it, the present one and the new one. When somebody enters from a new device, an e-mail tells you.
- After several wrong passwords you have to wait some minutes. The page says how many.
- Nobody of the fund asks for your password, neither by telephone nor by e-mail.
- Letters can be made larger with your browser, and the sound is turned off in the menu.
- What data of yours there is and how to have it corrected or deleted: [Your data rights](dataRights).`,
  },
};
