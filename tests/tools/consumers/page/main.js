import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";

import { shop } from "../shop.js";

globalThis.refund = (task) => shop({ Iyzico, exchange, sign }, task);
