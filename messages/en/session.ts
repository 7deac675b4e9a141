import type { Section } from "../es-CO";

export const session: Section<"session"> = {
  choice: {
    title: "Your company",
    now: (provider) =>
      `You are working with ${provider}: each look-up and each use is in the name of that company.`,
    lead: "Tap another one to switch to it. It changes in this browser only.",
    onlyOne:
      "Your account is of one company. If you work with another one, ask the owner of its account to invite you from “Team”, with this same e-mail.",
    workingFor: "Working with",
    switched: (provider) =>
      `You switched to another company in another tab. This page is still of ${provider}: what you send here is not registered.`,
    reload: "Load the page again",
    another: "Register another company with this account",
    here: "You are here",
    switchTo: "Switch to",
    elsewhere: (provider) => `What you opened is of ${provider}. To see it, switch to that company.`,
    notRegistered: (provider) =>
      `Nothing was registered: you opened that form in ${provider} and then switched to another company. Go back to ${provider} and send it again.`,
  },
};
