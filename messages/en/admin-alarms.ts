export const adminAlarms = {
  title: "Needs attention",
  jobs: {
    retention: "Data whose time is over are not being deleted.",
    mail: "E-mails are not going out.",
    import: "Nobody is watching over the files of orders.",
  },
  otherJob: "A task of the system does not work.",
  since: (when: string) => `It last worked on ${when}.`,
  never: "It has not worked yet.",
  tellSystems: (what: string) => `Tell the systems team, with this: ${what}.`,
};
