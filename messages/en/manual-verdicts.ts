import type { Section } from "../es-CO";
import { counter } from "./lookup";

export const verdicts: Section<"manual">["verdicts"] = {
  authentic: {
    means: "The order exists, is the fund's, was not used, and the paper says the same.",
    act: "Register the use and hand over. Green lasts three minutes: if time passes, look it up again.",
    say: "“Your order is all right.”",
  },
  current: {
    means: "The order exists and is in force. We do not know yet whether this paper is the real one.",
    act: "Compare the value, the name and ID, the number and the date. Do not hand over before comparing.",
    say: "“I have found it. Let me compare it with the paper.”",
  },
  used: {
    means: "The order was used already, by your company or by another.",
    act: "Do not hand over. If you think it is a mistake, call customer service with the code of the look-up.",
    say: "“The order is shown as used. The fund can find out what happened.”",
  },
  annulled: {
    means: "The fund annulled the order. Sometimes because a new one was made.",
    act: "Do not hand over for this order. Ask whether the person has another.",
    say: counter.adviceAnnulled,
  },
  expired: {
    means: "The last day on which it could be used has passed.",
    act: "Do not hand over for this order.",
    say: counter.adviceExpired,
  },
  not_yet: {
    means: "The order begins on another day. The screen says which.",
    act: "Do not hand over yet.",
    say: counter.adviceNotYet,
  },
  blocked: {
    means: "The fund is reviewing it and nobody can use it for now.",
    act: "Do not take it. Call customer service if the person needs to know more.",
    say: counter.adviceBlocked,
  },
  replaced: {
    means: "The fund made another order in place of this one.",
    act: "Do not hand over for this one. Ask for the order in force and look it up.",
    say: counter.adviceReplaced,
  },
  claimed: {
    means: "Another point of payment is registering it at this moment.",
    act: "Wait some minutes and look it up again.",
    say: "“Another shop has it open. We will look again in a few minutes.”",
  },
  other_provider: {
    means: "The order exists, but was made for another shop.",
    act: "Do not hand over for this order.",
    say: "“This order is for another shop. The fund can tell you which.”",
  },
  not_found: {
    means:
      "There is no order with these three data. Nearly always a number is mistyped. It does not mean that the paper is false.",
    act: "Check the number, the ID and the kind, and that the paper is of this fund. If all is the same, call.",
    say: counter.adviceNotFound,
  },
  waiting: {
    means:
      "There were several look-ups in a row without a result, and there is a pause, to protect the affiliates' data.",
    act: "The screen says when you may go on. If you scan the code or type the check code, you may not have to wait.",
    say: "“I have to wait some minutes before I can look it up again.”",
  },
  paused: {
    means: "Your company's agreement is not in force today, or is suspended.",
    act: "Talk to the fund. Meanwhile no orders can be looked up.",
    say: "“We cannot take orders today.”",
  },
  digits: {
    means:
      "The code was read and is the fund's. It is not known yet whether the person is that of the order.",
    act: "Type the last four of the ID in your hand.",
    say: "“May I see your ID, please?”",
  },
  forged: {
    means: "The code was not made by the fund, or something in it was changed.",
    act: "Do not hand over. File a report. Do not keep the paper or the ID, and do not argue.",
    say: "“The code cannot be confirmed. The fund will check it with you.”",
  },
  foreign: {
    means:
      "The code that was read is not of an order of this fund: it may be of an invoice or another paper.",
    act: "Look for the order's code on the paper, or type the numbers.",
    say: "“That code is of something else. I will look for the order's.”",
  },
  superseded: {
    means: "The paper is genuine, but the fund printed a newer one of the same order.",
    act: "Do not hand over for this paper. For the new one you may.",
    say: "“There is a newer paper of the same order. I can take that.”",
  },
  asked_before: {
    means:
      "The answer is not of this moment any more: time passed, or the order changed after it was looked up.",
    act: "Look it up again and compare once more before you register the use.",
    say: "“One moment, I will look again.”",
  },
  mismatch: {
    means: "The paper does not say what the fund recorded. It may be a printing mistake.",
    act: "Do not hand over. Call customer service and, if you like, file a report.",
    say: "“The paper says something else than the system. The fund clears it up by telephone.”",
  },
  unread: {
    means: "The order exists, but you could not read the paper and did not compare it.",
    act: "To register the use without comparing, the fund must confirm it by telephone.",
    say: "“The paper cannot be read well. I will confirm it with the fund.”",
  },
  registered: {
    means: "Your company registered the use of this order already.",
    act: "Do not register it again. Open the receipt if you need it.",
    say: "“Your order is registered here.”",
  },
  picture: {
    means: "A photo of the code was read, not the paper.",
    act: "Do not hand over. Ask for the original paper and read it with the camera.",
    say: "“I need the original paper, not the photo.”",
  },
};
