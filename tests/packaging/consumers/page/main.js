import { Iyzico } from "iyzico-reversals";

import { refund } from "../shop.js";

globalThis.refund = (task) => refund(Iyzico, task);
