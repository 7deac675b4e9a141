export * from "./account";
export * from "./audit";
export * from "./lookup";
export * from "./notice";
export * from "./order";
export * from "./provider";
export * from "./request";
export * from "./setting";
