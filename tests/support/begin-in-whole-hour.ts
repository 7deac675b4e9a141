import { beforeEach } from "vitest";
import { WHOLE_HOUR_MS, wholeHour } from "./whole-hour";

beforeEach(wholeHour, WHOLE_HOUR_MS);
