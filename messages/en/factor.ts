import type { Section } from "../es-CO";

export const factor: Section<"factor"> = {
  form: {
    code: "Code",
    hint: "Six digits of your application, which change every 30 seconds, or one of your paper codes",
    firstCode: "Code of six digits",
    password: "Password",
    enter: "Enter",
    confirm: "Confirm",
    connect: "Connect",
    resetCode: "Code that you were handed",
    resetSubmit: "Enrol another second factor",
    passkeyName: "A name to recognise it",
    passkeyHint: "For example: laptop fingerprint, USB key",
    passkeyAdd: "Add a passkey",
    passkeyUse: "Use my passkey",
    passkeyFailed: "No key was read. Try again.",
    passkeyScripts: "Passkeys need JavaScript, and this browser does not run it or does not know them.",
  },
  step: {
    title: "Second step",
    lead: "Your password is right. Now type the code of your application.",
    lost: "I do not have my second factor",
    lostPapers: (count) => `Use one of your paper codes. You have ${count} left.`,
    lostNoPapers: "You have no paper codes left.",
    lostCaja:
      "If you do not have those either, ask another administrator of the fund, in person, to let you enrol another one. Nobody does it by telephone or by e-mail.",
    lostProvider:
      "If you do not have those either, come to the fund with your identity document: there you are allowed to enrol another one.",
    lostCode:
      "If an administrator has handed you a code, type it here. It works after the wait that they told you.",
    leave: "Sign out",
  },
  again: {
    title: "Confirm that it is you",
    lead: "This is confirmed when more than 5 minutes have passed since the last time.",
    typedWaits:
      "What you typed is not lost: confirm, and you will find it as you left it. It is not sent yet.",
    byPassword: "Type your password.",
    back: "Go back without confirming",
  },
  enrol: {
    title: "Protect your account",
    lead: "Your account opens people's data and money. So it asks for two things: your password and a second factor. You enrol it once, in two minutes.",
    keyTitle: "Passkey",
    keyText:
      "The fingerprint, face or PIN of this device, or a USB security key. It is the safest: nobody can copy it or ask you for it by telephone.",
    keyNeedsName:
      "A passkey is bound to the name of the portal, and this address is one of numbers. To add one, open",
    appTitle: "Application of codes",
    appText:
      "A free application on your phone, such as Google Authenticator, Microsoft Authenticator or Aegis, shows a code of six digits. It works without internet.",
    appStart: "Use an application",
  },
  app: {
    title: "Connect your application",
    scan: "Open the application, choose to add an account and read this code with the camera.",
    picture: "Code for the application",
    type: "If you cannot read it, type this key into the application:",
    codeLead: "Type the code of six digits that the application shows.",
    over: "That key is no longer here. Begin again.",
    again: "Begin again",
  },
  codes: {
    title: "Your paper codes",
    lead: "Print or copy them, and keep them away from your phone. Each works once, on the day on which you do not have your second factor.",
    once: "We will not show them again. The ones you had before no longer work.",
    of: (portal, email) => `${portal}: ${email}`,
    print: "Print",
    goOn: "I have kept them",
    over: "The codes are shown once and are no longer here. If you did not keep them, make new ones.",
  },
  security: {
    title: "Security of your account",
    caption: "Your second factor",
    required: "Your account always asks for a second factor after the password.",
    offered:
      "A second factor protects your account even if somebody knows your password or opens your mailbox. It is not required.",
    empty: "You have no second factor yet.",
    kind: "What it is",
    added: "Added",
    used: "Last used",
    never: "Not yet",
    actions: "Actions",
    kinds: { totp: "Application of codes", passkey: "Passkey" },
    remove: "Remove",
    addApp: "Add an application of codes",
    addKey: "Add a passkey",
    codesTitle: "Paper codes",
    codesLeft: (count) => `You have ${count} of 10 unused codes left.`,
    codesNone: "You have no paper codes.",
    codesMake: "Make ten new codes",
    codesNote: "The earlier ones stop working.",
    removed: "Done: it no longer opens your account.",
  },
  objection: {
    title: "Stop the reset",
    lead: "An administrator allowed another second factor to be enrolled in your account. If you did not ask for it in person, stop it: your second factor stays as it is.",
    submit: "I did not ask for it: stop it",
    done: "It was stopped. Tell the fund and change your password.",
  },
  demo: {
    code: (code) => `Demonstration: the present code is ${code}. Elsewhere your application shows it.`,
    wait: "Demonstration: the present code was used already. Wait 30 seconds and load the page again.",
  },
};
